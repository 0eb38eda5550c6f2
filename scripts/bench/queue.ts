/**
 * Every declared filter and sort of the queue, first and later pages, in the engine; beside the same SQL prepared by hand on
 * a connection of its own. At 100 000 rows and at 1 000 000 (`--rows 100000` for one size only).
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { queueCounts } from '../../src/main/engine/queries/queue-counts.ts';
import { type QueueListInput, queueList } from '../../src/main/engine/queries/queue-list.ts';
import { startEngine } from '../../src/main/engine/start-engine.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { type QueueCursor, type QueueSort, queueSorts } from '../../src/shared/contract/engine.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { queues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { filledWorkspace, resources } from './with-workspace.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', multiple: true } } });
const sizes = values.rows?.map(Number) ?? [100_000, 1_000_000];
const limit = 100;
const repeats = 30;

/** Written out by hand, one statement a case, as somebody would who wanted just this page. */
const byHand: Record<QueueSort, string> = {
  received: 'received_at_ms',
  due: 'sort_due',
  total: 'sort_total',
  supplier: 'sort_supplier',
  number: 'sort_number',
};

type Sample = { readonly name: string; readonly oursMs: number[]; readonly handMs: number[] };

const results: {
  rows: number;
  p95: number;
  worst: string;
  worstMs: number;
  hand: number;
  ratio: number;
  counts: number;
  rssMb: number;
}[] = [];
for (const rows of sizes) results.push(await measure(rows));

console.info('');
console.info('rows        ours p95   by hand p95   ratio   slowest case                          counts p95   engine RSS');
for (const { rows, p95, hand, ratio, worst, worstMs, counts, rssMb } of results)
  console.info(
    `${String(rows).padEnd(10)}  ${ms(p95)}   ${ms(hand)}      ${ratio.toFixed(2)}    ${`${worst} ${worstMs.toFixed(2)} ms`.padEnd(36)}  ${ms(counts)}    ${rssMb.toFixed(0)} MB`,
  );
const [small, large] = results;
if (small !== undefined && large !== undefined)
  console.info(`\ngrowth of p95 from ${small.rows} to ${large.rows} rows: ${(large.p95 / small.p95).toFixed(2)}× (aim ≤ 2×)`);
console.info('aims: p95 ≤ 20 ms, ratio ≤ 1.5, engine < 400 MB');

async function measure(rows: number) {
  const workspace = await filledWorkspace(rows);
  const engine = await startEngine({ workspace, resources, demonstration: false });
  const list = queueList(engine.parts.reader);
  const asking = { person: program, atMs: Date.now(), today: dayInSweden(Date.now()) };
  const ours = (input: Omit<QueueListInput, 'filter'>) => list({ ...input, filter: '' }, asking);
  const counts = queueCounts(engine.parts.reader);
  const connection = new Database(join(workspace, 'workspace.db'), { readonly: true });

  const samples: Sample[] = [];
  for (const queue of [...queues, 'all'] as const)
    for (const sort of queueSorts)
      for (const descending of [false, true]) {
        const first = ours({ queue, sort, descending, after: null, limit });
        const later = later10(queue, sort, descending, first.next);
        for (const [page, after] of [
          ['first', null],
          ['later', later],
        ] as const) {
          if (page === 'later' && after === null) continue;
          samples.push(
            sample(`${queue} by ${sort} ${descending ? '↓' : '↑'} ${page}`, { queue, sort, descending, after, limit }),
          );
        }
      }

  function later10(
    queue: (typeof queues)[number] | 'all',
    sort: QueueSort,
    descending: boolean,
    next: QueueCursor | null,
  ): QueueCursor | null {
    let cursor = next;
    for (let page = 0; page < 10 && cursor !== null; page += 1)
      cursor = ours({ queue, sort, descending, after: cursor, limit }).next ?? cursor;
    return cursor;
  }

  function sample(name: string, input: Parameters<typeof ours>[0]): Sample {
    const column = byHand[input.sort];
    const where = [
      ...(input.queue === 'all' ? [] : ['queue = @queue']),
      ...(input.after === null ? [] : [`(${column}, id) ${input.descending ? '<' : '>'} (@key, @id)`]),
    ];
    const direction = input.descending ? 'DESC' : 'ASC';
    const statement =
      connection.prepare(`SELECT id, queue, document_type, supplier_name, supplier_id IS NOT NULL, number, invoice_day, nullif(sort_due, '9999-12-31'),
      total_minor, currency, received_at_ms, returns_on, ${column} FROM supplier_invoices ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY ${column} ${direction}, id ${direction} LIMIT @limit`);
    const parameters = { queue: input.queue, limit, key: input.after?.key ?? null, id: input.after?.id ?? null };
    const oursMs: number[] = [];
    const handMs: number[] = [];
    for (let turn = 0; turn < repeats + 3; turn += 1) {
      const one = timed(() => ours(input));
      const other = timed(() => statement.all(parameters));
      if (turn < 3) continue; // warm-up
      oursMs.push(one);
      handMs.push(other);
    }
    return { name, oursMs, handMs };
  }

  const countMs = Array.from({ length: repeats }, () => timed(() => counts()));
  const all = samples.flatMap(({ oursMs }) => oursMs);
  const hand = samples.flatMap(({ handMs }) => handMs);
  const slowest = samples
    .map(({ name, oursMs }) => ({ name, p95: percentile(oursMs, 0.95) }))
    .toSorted((a, b) => b.p95 - a.p95)[0] ?? { name: '', p95: 0 };
  connection.close();
  await engine.stop();
  const rssMb = Number(execFileSync(process.execPath, [join(import.meta.dirname, 'with-engine-memory.ts'), workspace]));
  console.info(`${rows} rows: ${samples.length} cases × ${repeats}`);
  return {
    rows,
    p95: percentile(all, 0.95),
    hand: percentile(hand, 0.95),
    ratio: median(all) / median(hand),
    worst: slowest.name,
    worstMs: slowest.p95,
    counts: percentile(countMs, 0.95),
    rssMb,
  };
}

function timed(work: () => unknown): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padEnd(9);
}
