import type Database from 'better-sqlite3';
import type { SourceFileRow } from '../../../shared/contract/engine.ts';

/** Files that were taken in, newest first, and how it went. */
export function sourceFiles(connection: Database.Database): (limit: number) => readonly SourceFileRow[] {
  const statement = connection.prepare<[number], SourceFileRow>(`
    SELECT id, name, channel, state, reason, mail ->> '$.from' AS mailFrom, mail ->> '$.subject' AS mailSubject, received_at_ms AS receivedAtMs, page_count AS pageCount, document_count AS documentCount,
      invoice_page_count AS invoicePageCount, appendix_page_count AS appendixPageCount, json_array_length(dropped) AS droppedPageCount,
      (SELECT count(*) FROM supplier_invoices i WHERE i.file_id = f.id) AS registeredCount
    FROM source_files f ORDER BY received_at_ms DESC, id DESC LIMIT ?`);
  return (limit) => statement.all(limit);
}
