import type Database from 'better-sqlite3';
import { type Condition, parseFilter, writeFilter } from '../../../shared/domain/work-queue/index.ts';
import { changedSince } from './changed-since.ts';
import { fewRows, keptStatements } from './few-rows.ts';
import { noClocks } from './queue-clocks.ts';
import { type Asking, compileFilter } from './queue-filter.ts';
import type { viewCounts } from './view-counts.ts';

/** Counting a million rows takes a while: so many times as long it is then left at that. */
const rest = 20;

type Length = { readonly seq: number; readonly atMs: number; readonly tookMs: number; readonly length: number };
export type QueueLength = (conditions: readonly Condition[], asking: Asking) => number | null;

/**
 * How many rows there are, for a scrollbar: of whole queues exactly, but for what came in the last moments; of a filter as it is counted, and
 * null of more.
 */
export function queueLength(connection: Database.Database, counts: ReturnType<typeof viewCounts>): QueueLength {
  const statement = keptStatements<number>(connection);
  const changes = changedSince(connection);
  const isFew = fewRows(connection);
  const known = new Map<string, Length>();

  return (conditions, asking) => {
    if (conditions.some(({ field }) => field !== 'status')) {
      const text = writeFilter(conditions, 'sv');
      const [counted] = parseFilter(text).ok ? counts([text], asking) : [];
      return counted === undefined || counted === null || counted.capped ? null : counted.count;
    }
    const { arms, values } = compileFilter(conditions, asking, noClocks, { order: null, isFew });
    const { mark, seen } = changes(asking.atMs);
    const asked = JSON.stringify([seen, arms, values]);
    const last = known.get(asked);
    const isTrue = last !== undefined && (last.seq === mark.seq || Math.abs(asking.atMs - last.atMs) < last.tookMs * rest);
    if (isTrue) return last.length;
    const startedAtMs = performance.now();
    const length = arms.reduce((sum, { where }) => {
      const sql = `SELECT count(*) FROM supplier_invoices ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}`;
      return sum + (statement(sql).pluck().get(values) ?? 0);
    }, 0);
    if (known.size > 50) known.clear();
    known.set(asked, { ...mark, tookMs: performance.now() - startedAtMs, length });
    return length;
  };
}
