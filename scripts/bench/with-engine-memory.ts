/** A process of its own: starts the engine on a workspace, asks every queue once, and prints its resident memory in MB. */
import { queueList } from '../../src/main/engine/queries/queue-list.ts';
import { startEngine } from '../../src/main/engine/start-engine.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { queueSorts } from '../../src/shared/contract/engine.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { queues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { resources } from './with-workspace.ts';

const [workspace = ''] = process.argv.slice(2);
const engine = await startEngine({ workspace, resources, demonstration: false });
const list = queueList(engine.parts.reader);
const asking = { person: program, atMs: 0, today: dayInSweden(0) };
for (const queue of [...queues, 'all'] as const)
  for (const sort of queueSorts)
    for (const descending of [false, true]) list({ queue, filter: '', sort, descending, after: null, limit: 500 }, asking);
process.stdout.write(String(process.memoryUsage().rss / 2 ** 20));
await engine.stop();
