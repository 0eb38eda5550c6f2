import { asId } from '../../src/shared/base/ids.ts';
import type { FilePages, SheetPage, SourceFileRow } from '../../src/shared/contract/engine.ts';
import { aScannedInvoice } from '../make/invoices.ts';

export const fileId = asId<'sourceFile'>('0190eeee-0000-7000-8000-000000000001');

/** A page of the first invoice, read, with nothing amiss. */
export const aSheetPage = (page: number, changes: Partial<SheetPage> = {}): SheetPage => ({
  page,
  image: { sha256: 'a'.repeat(64), type: 'image/jpeg', widthPx: 2480, heightPx: 3508 },
  flags: [],
  codes: [],
  role: 'invoice',
  invoice: { id: aScannedInvoice().id, number: '10045', supplierName: 'Exempelbolaget AB', documentType: 'invoice' },
  why: null,
  broughtBack: false,
  ...changes,
});
export const second: NonNullable<SheetPage['invoice']> = {
  id: asId('0190dddd-0000-7000-8000-000000000002'),
  number: '77',
  supplierName: 'Städ & Fönster AB',
  documentType: 'credit_note',
};
export const aDropped = (page: number, why: 'blank' | 'separator'): SheetPage =>
  aSheetPage(page, { role: 'dropped', invoice: null, why });

export const aSheet = (pages: readonly SheetPage[], changes: Partial<FilePages> = {}): FilePages => ({
  fileId,
  fileName: 'post.pdf',
  state: 'read',
  pageCount: pages.length,
  pages,
  ...changes,
});
export const aFileRow = (changes: Partial<SourceFileRow> = {}): SourceFileRow => ({
  id: fileId,
  name: 'post.pdf',
  channel: 'watched-folder',
  state: 'read',
  reason: null,
  mailFrom: null,
  mailSubject: null,
  receivedAtMs: Date.UTC(2026, 10, 22, 8),
  pageCount: 6,
  documentCount: 2,
  invoicePageCount: 3,
  appendixPageCount: 1,
  droppedPageCount: 2,
  registeredCount: 2,
  ...changes,
});
