import type { SourceFileId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type DroppedPage, droppedPages, type SourceFile, type SourceFileEvent } from '../intake/index.ts';
import { type FieldName, fieldNames } from '../invoice-fields/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { InvoicePage, SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

/** A page of a file by its number, 1 first. */
export type PageOfFile = { readonly fileId: SourceFileId; readonly page: number };
type Facts = { readonly file: SourceFile | undefined; readonly invoices: readonly SupplierInvoice[] };
type Events = readonly (SourceFileEvent | SupplierInvoiceEvent)[];

export type BringBackRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SourceFile['state'] | SupplierInvoiceState }
  /** No document of the file is there for the page to belong to. */
  | { readonly code: 'no-document' };

/**
 * Brings a dropped page back: it becomes an appendix of the document before it, or of the first one when it stands before all.
 * What somebody has vouched for is left as it was.
 */
export function decideBringingBack({ file, invoices }: Facts, { page }: PageOfFile): Result<Events, BringBackRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'read') return err({ code: 'wrong-state', state: file.state });
  const dropped = droppedPages(file).find((one) => one.page === page);
  if (dropped === undefined) return err({ code: 'not-found' });
  const inOrder = [...invoices].sort((a, b) => firstPage(a) - firstPage(b));
  const invoice = inOrder.findLast((one) => firstPage(one) < page) ?? inOrder[0];
  if (invoice === undefined) return err({ code: 'no-document' });
  if (!isOpen(invoice)) return err({ code: 'wrong-state', state: invoice.state });
  const { why, ...facts } = dropped;
  const added: InvoicePage = { ...facts, isAppendix: true, wasDropped: why };
  return ok([
    { on: 'sourceFile', id: file.id, type: 'page-brought-back', page: dropped, invoiceId: invoice.id },
    { on: 'supplierInvoice', id: invoice.id, type: 'page-added', page: added },
  ]);
}

export type DropAgainRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SourceFile['state'] | SupplierInvoiceState }
  /** A field was pointed out on the page. */
  | { readonly code: 'page-in-use'; readonly field: FieldName };

/** Takes back a bringing back: the page goes among the dropped ones again. Other pages cannot be dropped. */
export function decideDroppingAgain({ file, invoices }: Facts, { page }: PageOfFile): Result<Events, DropAgainRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'read') return err({ code: 'wrong-state', state: file.state });
  for (const invoice of invoices) {
    const added = invoice.pages.find((one) => one.page === page && one.wasDropped !== undefined);
    if (added?.wasDropped === undefined) continue;
    if (!isOpen(invoice)) return err({ code: 'wrong-state', state: invoice.state });
    const field = fieldNames.find((name) => invoice.fields[name].page === page);
    if (field !== undefined) return err({ code: 'page-in-use', field });
    const { isAppendix, wasDropped: why, ...facts } = added;
    const dropped: DroppedPage = { ...facts, why };
    return ok([
      { on: 'sourceFile', id: file.id, type: 'page-dropped-again', page: dropped, invoiceId: invoice.id },
      { on: 'supplierInvoice', id: invoice.id, type: 'page-taken-out', page: added },
    ]);
  }
  return err({ code: 'not-found' });
}

/** Of the pages that it came with: one that was brought back may stand before them. */
const firstPage = ({ pages }: SupplierInvoice): number =>
  Math.min(...pages.filter(({ wasDropped }) => wasDropped === undefined).map(({ page }) => page));

const isOpen = ({ state }: SupplierInvoice): boolean => state === 'scanned' || state === 'parked';
