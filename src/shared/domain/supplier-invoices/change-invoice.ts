import type { SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DocumentType } from '../invoice-fields/index.ts';
import type { Supplier } from '../suppliers/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

export type ChangeRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState };

/** Says what kind of document it is, when the reading took it for another. */
export function decideDocumentType(
  invoice: SupplierInvoice | undefined,
  { documentType }: { readonly invoiceId: SupplierInvoiceId; readonly documentType: DocumentType },
): Result<readonly SupplierInvoiceEvent[], ChangeRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'scanned') return err({ code: 'wrong-state', state: invoice.state });
  return ok([
    { on: 'supplierInvoice', id: invoice.id, type: 'document-type-changed', before: invoice.documentType, after: documentType },
  ]);
}

/** Ties the invoice to a supplier in the register (koppling av leverantör). */
export function decideLink(
  { invoice, supplier }: { readonly invoice: SupplierInvoice | undefined; readonly supplier: Supplier | undefined },
  _: { readonly invoiceId: SupplierInvoiceId; readonly supplierId: SupplierId },
): Result<readonly SupplierInvoiceEvent[], ChangeRejection> {
  if (invoice === undefined || supplier === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'scanned') return err({ code: 'wrong-state', state: invoice.state });
  return ok([
    { on: 'supplierInvoice', id: invoice.id, type: 'supplier-linked', before: invoice.supplierId ?? null, after: supplier.id },
  ]);
}

/** Notes in the history that a copy (fakturakopia) was made, and which one. */
export function decideCopyNote(
  invoice: SupplierInvoice | undefined,
  { copySha256, pageCount }: { readonly invoiceId: SupplierInvoiceId; readonly copySha256: string; readonly pageCount: number },
): Result<readonly SupplierInvoiceEvent[], { readonly code: 'not-found' }> {
  if (invoice === undefined) return err({ code: 'not-found' });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'copy-made', copySha256, pageCount }]);
}

/** Notes in the history that a letter to the supplier (brev till leverantör) was made, and which one. */
export function decideLetterNote(
  invoice: SupplierInvoice | undefined,
  {
    letterSha256,
    language,
  }: { readonly invoiceId: SupplierInvoiceId; readonly letterSha256: string; readonly language: 'sv' | 'en' },
): Result<readonly SupplierInvoiceEvent[], { readonly code: 'not-found' }> {
  if (invoice === undefined) return err({ code: 'not-found' });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'letter-made', letterSha256, language }]);
}
