import type Database from 'better-sqlite3';

/** So many invoices have their pictures fetched before anyone asks. */
const most = 300;

/** The pictures and words of the invoices that wait for a clerk, the oldest first. */
export function openBlobs(connection: Database.Database): () => readonly string[] {
  const pages = connection
    .prepare<[], string>(`
      SELECT pages FROM supplier_invoices WHERE queue IN ('notices', 'to-verify') ORDER BY received_at_ms LIMIT ${most}`)
    .pluck();
  return () =>
    pages
      .all()
      .flatMap((text) => (JSON.parse(text) as Page[]).flatMap(({ imageSha256, wordsSha256 }) => [imageSha256, wordsSha256]));
}
type Page = { readonly imageSha256: string; readonly wordsSha256: string }; // as the entity's pages are kept
