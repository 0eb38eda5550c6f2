import type { SourceFileId } from '../../../shared/base/ids.ts';
import type { FilePages, SheetPage } from '../../../shared/contract/engine.ts';
import { droppedPages, type FilePage, type SourceFile } from '../../../shared/domain/intake/index.ts';
import type { InvoicePage, SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { Store } from '../../../shared/run/store.ts';

/** What is known of a file that is still being read: how many pages it has, and those of them that are read. */
export type ReadSoFar = { readonly pageCount: number | null; readonly pages: readonly ShownPage[] };
export type ShownPage = Omit<FilePage, 'wordsSha256'>;

const allDocuments = 500;

/** The contact sheet of a file: every page in order, and where it went. */
export async function filePages(
  store: Store,
  fileId: SourceFileId,
  readSoFar: (file: SourceFile) => Promise<ReadSoFar>,
): Promise<FilePages | null> {
  const file = await store.get('sourceFile', fileId);
  if (file === undefined) return null;
  const invoices = await store.find('supplierInvoice', 'byFile', [fileId], allDocuments);
  const soFar = file.state === 'received' ? await readSoFar(file) : { pageCount: null, pages: [] };
  const sheet = new Map<number, SheetPage>([
    ...soFar.pages.map((page) => [page.page, { ...shown(page), role: 'waiting' }] as const),
    ...droppedPages(file).map((page) => [page.page, { ...shown(page), role: 'dropped', why: page.why }] as const),
    ...invoices.flatMap((invoice) => invoice.pages.map((page) => [page.page, ofInvoice(page, invoice)] as const)),
  ]);
  const pageCount = file.state === 'read' ? file.pageCount : soFar.pageCount;
  for (let page = 1; page <= (pageCount ?? 0); page += 1) if (!sheet.has(page)) sheet.set(page, { ...blank, page });
  const pages = [...sheet.values()].sort((one, other) => one.page - other.page);
  return { fileId, fileName: file.name, state: file.state, pageCount, pages };
}

const blank: Omit<SheetPage, 'page'> = {
  image: null,
  flags: [],
  codes: [],
  role: 'waiting',
  invoice: null,
  why: null,
  broughtBack: false,
};

const shown = (page: ShownPage): SheetPage => ({
  ...blank,
  page: page.page,
  image: { sha256: page.imageSha256, type: page.imageType, widthPx: page.widthPx, heightPx: page.heightPx },
  flags: page.flags ?? [],
  codes: page.codes ?? [],
});

const ofInvoice = (page: InvoicePage, { id, fields, documentType }: SupplierInvoice): SheetPage => ({
  ...shown(page),
  role: page.isAppendix === true ? 'appendix' : 'invoice',
  invoice: { id, number: fields.invoiceNumber.value, supplierName: fields.supplierName.value, documentType },
  why: page.wasDropped ?? null,
  broughtBack: page.wasDropped !== undefined,
});
