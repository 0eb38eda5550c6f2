import type { SourceFileId } from '../base/ids.ts';
import { droppedPages, type FilePage } from '../domain/intake/index.ts';
import type { Store } from './store.ts';

/** More than any file has. */
const allDocuments = 500;

/** A page of a file that has been taken in, wherever it went, and whose it is; undefined: there is none, or it is not read. */
export async function pageOfFile(
  store: Store,
  fileId: SourceFileId,
  page: number,
): Promise<{ readonly page: FilePage; readonly unitId: string } | undefined> {
  const file = await store.get('sourceFile', fileId);
  if (file === undefined) return undefined;
  const invoices = await store.find('supplierInvoice', 'byFile', [fileId], allDocuments);
  const pages: readonly FilePage[] = [...droppedPages(file), ...invoices.flatMap((invoice) => invoice.pages)];
  const found = pages.find((one) => one.page === page);
  return found === undefined ? undefined : { page: found, unitId: file.unitId };
}
