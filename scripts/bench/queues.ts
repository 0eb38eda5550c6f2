/**
 * The program's own views at 1 000 000 invoices (`--rows` for another size), in the engine: the first page and a later one of each, the
 * counts of all of them as after a change, and what to do first; beside the same first page asked for by hand.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { queueList } from '../../src/main/engine/queries/queue-list.ts';
import { viewCounts } from '../../src/main/engine/queries/view-counts.ts';
import { workNext } from '../../src/main/engine/queries/work-next.ts';
import { startEngine } from '../../src/main/engine/start-engine.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { queues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { systemViews, valuesOf } from '../../src/shared/domain/work-queue/index.ts';
import { aCalendar } from '../../test/make/calendars.ts';
import { filledWorkspace, resources } from './with-workspace.ts';

const { values } = parseArgs({ options: { rows: { type: 'string' } } });
const rows = Number(values.rows ?? 1_000_000);
const repeats = 30;
const limit = 100;
/** Views that people save: an amount, a sender, a period, a word. */
const saved = [
  'belopp>100000 status:att-verifiera',
  'leverantör:bygg status:verifierad',
  'fakturadatum:2026K2 status:parkerad',
  'vård',
  'inkom>=2026-10-01 typ:kredit',
];

const workspace = await filledWorkspace(rows);
const engine = await startEngine({ workspace, resources, demonstration: false });
const calendar = aCalendar();
if ((await engine.parts.store.get('calendar', calendar.id)) === undefined) putCalendar();
const list = queueList(engine.parts.reader);
const counts = viewCounts(engine.parts.reader);
const next = workNext(engine.parts.reader);
const atMs = Date.UTC(2026, 10, 25, 9);
const asking = { person: program, atMs, today: dayInSweden(atMs) };

console.info(`${rows} rows                                              first page p95   later page p95   rows`);
const baskets = queues.map((name) => ({ name, filter: `status:${writtenQueue(name)}`, sort: 'received' as const }));
const views = [...baskets, ...systemViews, ...saved.map((filter) => ({ name: filter, filter, sort: 'received' as const }))];
for (const { name, filter, sort } of views) {
  const input = { queue: 'all', filter, sort, descending: false, limit } as const;
  const first = measured(() => list({ ...input, after: null }, asking));
  const { next: after, rows: found } = list({ ...input, after: null }, asking);
  const later = after === null ? '–' : ms(measured(() => list({ ...input, after }, asking)));
  console.info(`${name.padEnd(52)} ${ms(first).padEnd(16)} ${later.padEnd(16)} ${found.length}`);
}
const byHand = new Database(join(workspace, 'workspace.db'), { readonly: true });
const bare = byHand.prepare(
  "SELECT id, supplier_name, number, total_minor FROM supplier_invoices WHERE queue = 'to-verify' ORDER BY received_at_ms, id LIMIT 100",
);
console.info(`${'to-verify, the bare SQL'.padEnd(52)} ${ms(measured(() => bare.all()))}`);
console.info(
  `${`counts of ${views.length} views`.padEnd(52)} ${ms(
    measured(() =>
      counts(
        views.map(({ filter }) => filter),
        asking,
      ),
    ),
  )}`,
);
const roles = ['verification-clerk', 'register-approver'] as const;
console.info(`${'what to do first'.padEnd(52)} ${ms(measured(() => next({ ...asking, roles, refused: [], limit: 20 })))}`);
console.info('aims: a page p95 ≤ 20 ms, counts ≤ 100 ms');
byHand.close();
await engine.stop();

function putCalendar(): void {
  const writer = new Database(join(workspace, 'workspace.db'));
  writer
    .prepare(
      'INSERT INTO calendars (id, rev, scope, name, customer_group, kind, units, hours, years, exceptions) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      asId(calendar.id),
      'reg:calendars',
      calendar.name,
      calendar.customerGroup,
      calendar.kind,
      ...[calendar.units, calendar.hours, calendar.years, calendar.exceptions].map((part) => JSON.stringify(part)),
    );
  writer.close();
}

/** As the filter language has it. */
function writtenQueue(queue: (typeof queues)[number]): string {
  return valuesOf('status')[queue]?.[0] ?? '';
}

/** The 95th percentile of so many turns, in milliseconds, after three to warm up. */
function measured(work: () => unknown): number {
  const taken: number[] = [];
  for (let turn = 0; turn < repeats + 3; turn += 1) {
    const startedAtMs = performance.now();
    work();
    if (turn >= 3) taken.push(performance.now() - startedAtMs);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length * 0.95)] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
