import type Database from 'better-sqlite3';
import type { QueueCount } from '../../../shared/contract/work-queue.ts';
import { type Condition, parseFilter } from '../../../shared/domain/work-queue/index.ts';
import { answeredLate } from './answers-in.ts';
import { changedSince, type QueueChanges } from './changed-since.ts';
import { fewRows, keptStatements } from './few-rows.ts';
import { type AnswerBounds, answerBounds, calendarsIn } from './queue-clocks.ts';
import { type Asking, type CompiledFilter, compileFilter } from './queue-filter.ts';

const most = 1_000;
/** Beyond the most that is shown: so many may leave a long view before it has to be counted anew. */
const kept = 2 * most;

/** What a filter let through when it was last asked: which rows where they are few, or that there were at least so many. */
type Counted = { readonly asked: string; mark: QueueChanges['mark'] } & (
  | { readonly ids: Set<string> }
  | { readonly ids: null; atLeast: number }
);

/**
 * How many rows each filter lets through, counted up to a thousand: beyond that a clerk wants to know that there are many, not how
 * many. Null of a filter that cannot be read.
 *
 * Counted once; after a change only the rows that changed are held against each filter. A filter that means other days than before (a new
 * day, a changed calendar) is counted anew.
 */
export function viewCounts(
  connection: Database.Database,
): (filters: readonly string[], asking: Asking) => readonly (QueueCount | null)[] {
  const statement = keptStatements<{ readonly id: string }>(connection);
  const calendars = calendarsIn(connection);
  const answered = answeredLate(connection);
  const isFew = fewRows(connection);
  const changes = changedSince(connection);
  const counted = new Map<string, Counted>();

  function countAnew(conditions: readonly Condition[], asking: Asking, bounds: AnswerBounds): Set<string> {
    const { arms, values } = compileFilter(conditions, asking, bounds, { order: null, isFew });
    if (arms.length === 0) return new Set();
    const rows = arms.map(({ where }) => `SELECT i.id FROM supplier_invoices i WHERE ${all(where)}`).join(' UNION ALL ');
    return new Set(
      statement(`SELECT id FROM (${rows}) LIMIT ${kept + 1}`)
        .all(values)
        .map(({ id }) => id),
    );
  }

  /** Of these rows, those that the filter lets through. */
  function letThrough({ arms, values }: CompiledFilter, ids: readonly string[]): Set<string> {
    if (arms.length === 0) return new Set();
    const any = arms.map(({ where }) => `(${all(where)})`).join(' OR ');
    const sql = `SELECT i.id FROM json_each(@ids) j CROSS JOIN supplier_invoices i ON i.id = j.value WHERE ${any}`;
    return new Set(
      statement(sql)
        .all({ ...values, ids: JSON.stringify(ids) })
        .map(({ id }) => id),
    );
  }

  function bringLevel(known: Counted, changed: readonly string[], compiled: CompiledFilter): boolean {
    if (known.ids === null) {
      known.atLeast -= changed.length;
      return known.atLeast > most;
    }
    const now = letThrough(compiled, changed);
    for (const id of changed)
      if (now.has(id)) known.ids.add(id);
      else known.ids.delete(id);
    return known.ids.size <= kept;
  }

  /** `hours`: the calendars as they stand, by which clocks are worked out. */
  function count(text: string, asking: Asking, bounds: AnswerBounds, now: QueueChanges, hours: string): QueueCount | null {
    const conditions = parseFilter(text);
    if (!conditions.ok) return null;
    const timeless = compileFilter(conditions.value, { ...asking, atMs: 0 }, bounds, 'known');
    const asked = JSON.stringify([now.seen, hours, timeless]);
    let known = counted.get(text);
    const changed = known?.asked === asked ? now.since(known.mark) : undefined;
    const isLevel =
      known !== undefined &&
      changed !== undefined &&
      (changed.length === 0 || bringLevel(known, changed, compileFilter(conditions.value, asking, bounds, 'known')));
    if (known === undefined || !isLevel) {
      const ids = countAnew(conditions.value, asking, bounds);
      known = { asked, mark: now.mark, ...(ids.size > kept ? { ids: null, atLeast: ids.size } : { ids }) };
      if (counted.size > 200) counted.clear(); // people come and go
      counted.set(text, known);
    }
    known.mark = now.mark;
    const size = known.ids === null ? known.atLeast : known.ids.size;
    return { count: Math.min(size, most), capped: size > most };
  }

  const countAll = connection.transaction((filters: readonly string[], asking: Asking) => {
    const known = calendars();
    const bounds = answerBounds(known, answered, () => {}); // the list says what is missing
    const now = changes(asking.atMs);
    const hours = known.map(({ id, rev }) => `${id} ${rev}`).join();
    return filters.map((text) => count(text, asking, bounds, now, hours));
  });
  return countAll;
}

const all = (where: readonly string[]): string => (where.length === 0 ? '1' : where.join(' AND '));
