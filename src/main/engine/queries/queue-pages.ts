import type Database from 'better-sqlite3';
import type { QueueCursor } from '../../../shared/contract/engine.ts';
import { keptStatements } from './few-rows.ts';
import type { CompiledFilter } from './queue-filter.ts';

/** The rows of a filter in an order. `column` is that of the order; `columns` what is read of each row. */
export type OrderedRows = {
  readonly filter: CompiledFilter;
  readonly columns: string;
  readonly column: string;
  readonly descending: boolean;
};
type Keyed = { readonly id: QueueCursor['id']; readonly key: QueueCursor['key'] };
/** Read onwards from the beginning, or backwards from the end. */
type Way = 'on' | 'back';

/**
 * Pages of rows that are found by where another page ended, so that a later one costs no more than the first; and by their place where there is
 * none to go by. A place is counted off along the index of the order, from the end that is nearer.
 */
export function queuePages<Row extends Keyed>(connection: Database.Database) {
  const statement = keptStatements<Row>(connection);

  function read(asked: OrderedRows, way: Way, beyond: QueueCursor | null, limit: number, offset = 0): readonly Row[] {
    const { filter, columns, column, descending } = asked;
    const direction = descending === (way === 'on') ? 'DESC' : 'ASC';
    const further = beyond === null ? [] : [`(${column}, id) ${direction === 'DESC' ? '<' : '>'} (@key, @id)`];
    const sql = filter.arms
      .map(({ where, ofDays }) => {
        const conditions = ofDays === null ? [...where, ...further] : [`i.id IN (${ofDaysFirst([ofDays, ...further])})`];
        return `SELECT ${columns}, ${column} AS key FROM supplier_invoices i ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
      })
      .join(' UNION ALL ');
    function ofDaysFirst(conditions: readonly string[]): string {
      return `SELECT a.id FROM supplier_invoices a WHERE ${conditions.join(' AND ')} ORDER BY +${column} ${direction}, id ${direction} LIMIT @limit + @offset`;
    }
    return statement(`${sql} ORDER BY key ${direction}, id ${direction} LIMIT @limit OFFSET @offset`).all({
      ...filter.values,
      ...{ key: beyond?.key ?? null, id: beyond?.id ?? null, limit, offset },
    });
  }

  const after = (asked: OrderedRows, beyond: QueueCursor | null, limit: number) => read(asked, 'on', beyond, limit);
  const before = (asked: OrderedRows, beyond: QueueCursor, limit: number) => read(asked, 'back', beyond, limit).toReversed();

  /** `length`: how many rows there are; null where that is not known. Gives the place of the first row too: near the end it is another. */
  function at(asked: OrderedRows, place: number, length: number | null, limit: number) {
    const start = length === null ? place : Math.max(0, Math.min(place, length - limit));
    if (start === 0) return { start, rows: after(asked, null, limit) };
    const keysOnly = { ...asked, columns: 'i.id' };
    const isNearEnd = length !== null && start > length / 2;
    const [last] = isNearEnd ? read(keysOnly, 'back', null, 1, length - start) : read(keysOnly, 'on', null, 1, start - 1);
    const rows = last === undefined ? read(asked, 'back', null, limit).toReversed() : after(asked, last, limit);
    return { start, rows };
  }
  return { after, before, at };
}
