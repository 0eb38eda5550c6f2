import type Database from 'better-sqlite3';
import type { SourceFileRow } from '../../../shared/contract/engine.ts';

/** Files that were taken in, newest first, and how it went. */
export function sourceFiles(connection: Database.Database): (limit: number) => readonly SourceFileRow[] {
  const statement = connection.prepare<[number], SourceFileRow>(`
    SELECT id, name, channel, state, reason, received_at_ms AS receivedAtMs, page_count AS pageCount, document_count AS documentCount
    FROM source_files ORDER BY received_at_ms DESC, id DESC LIMIT ?`);
  return (limit) => statement.all(limit);
}
