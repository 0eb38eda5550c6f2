import type Database from 'better-sqlite3';
import type { QueueCount } from '../../../shared/contract/work-queue.ts';
import { parseFilter } from '../../../shared/domain/work-queue/index.ts';
import { answerBounds, calendarsIn } from './queue-clocks.ts';
import { type Asking, compileFilter } from './queue-filter.ts';

const most = 1_000;

/**
 * How many rows each filter lets through, counted up to a thousand: beyond that a clerk wants to know that there are many, not how
 * many. Null of a filter that cannot be read.
 */
export function viewCounts(
  connection: Database.Database,
): (filters: readonly string[], asking: Asking) => readonly (QueueCount | null)[] {
  const prepared = new Map<string, Database.Statement<unknown[], number>>();
  const calendars = calendarsIn(connection);

  function statement(sql: string): Database.Statement<unknown[], number> {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size > 500) prepared.clear();
    const made = connection.prepare<unknown[], number>(sql).pluck();
    prepared.set(sql, made);
    return made;
  }
  return (filters, asking) => {
    const bounds = answerBounds(calendars(), () => {}); // the list says what is missing
    return filters.map((text) => {
      const conditions = parseFilter(text);
      if (!conditions.ok) return null;
      const { arms, values } = compileFilter(conditions.value, asking, bounds);
      if (arms.length === 0) return { count: 0, capped: false };
      const rows = arms
        .map(({ where }) => `SELECT 1 FROM supplier_invoices i ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}`)
        .join(' UNION ALL ');
      const count = statement(`SELECT count(*) FROM (${rows} LIMIT ${most + 1})`).get(values) ?? 0;
      return { count: Math.min(count, most), capped: count > most };
    });
  };
}
