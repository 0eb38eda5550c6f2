import type Database from 'better-sqlite3';
import type { IsFew } from './queue-filter.ts';

/** So many rows are fetched and put in order within the time that a page may take. */
const few = 6_000;

/** Counts what meets a condition, as far as it matters. */
export function fewRows(connection: Database.Database): IsFew {
  const statement = keptStatements<number>(connection);
  return (where, values) =>
    (statement(`SELECT count(*) FROM (SELECT 1 FROM supplier_invoices a WHERE ${where} LIMIT ${few + 1})`)
      .pluck()
      .get(values) ?? 0) <= few;
}

/** Statements that filters are made into, prepared once. Filters come and go, and so do these. */
export function keptStatements<Row>(connection: Database.Database): (sql: string) => Database.Statement<unknown[], Row> {
  const kept = new Map<string, Database.Statement<unknown[], Row>>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size > 500) kept.clear();
    const made = connection.prepare<unknown[], Row>(sql);
    kept.set(sql, made);
    return made;
  };
}
