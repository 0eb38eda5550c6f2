/** A process of its own: starts the engine on a workspace, asks every queue once, and prints its resident memory in MB. */
import { queueList } from '../../src/main/engine/queries/queue-list.ts';
import { startEngine } from '../../src/main/engine/start-engine.ts';
import { queueSorts } from '../../src/shared/contract/engine.ts';
import { queues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { resources } from './with-workspace.ts';

const [workspace = ''] = process.argv.slice(2);
const engine = await startEngine({ workspace, resources, demonstration: false });
const list = queueList(engine.parts.reader);
for (const queue of [...queues, 'all'] as const)
  for (const sort of queueSorts)
    for (const descending of [false, true]) list({ queue, sort, descending, after: null, limit: 500 });
process.stdout.write(String(process.memoryUsage().rss / 2 ** 20));
await engine.stop();
