import type Database from 'better-sqlite3';
import { keepQueueChanges } from '../../src/main/engine/store/queue-changes.ts';

/**
 * Takes the indexes of these tables, and the triggers that look rows up by them, away while very many rows are put. Gives what makes them
 * again: much faster than keeping them, and without its index each row would look through all that came before.
 */
export function withoutIndexes(connection: Database.Database, tables: readonly string[]): () => void {
  const kept = connection
    .prepare<[string], { readonly type: string; readonly name: string; readonly sql: string }>(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'index' AND tbl_name IN (SELECT value FROM json_each(?)) OR type = 'trigger' AND name GLOB 'queue_changes_*')",
    )
    .all(JSON.stringify(tables));
  for (const { type, name } of kept) connection.exec(`DROP ${type} ${name}`);
  return () => {
    for (const { type, sql } of kept) if (type === 'index') connection.exec(sql);
    keepQueueChanges(connection);
  };
}
