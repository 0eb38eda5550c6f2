import type { SourceFileId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Judgement } from '../e-invoices/index.ts';
import type { SourceFile } from '../intake/index.ts';
import type { Proposal } from '../invoice-fields/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { InvoicePage, SupplierInvoice } from './supplier-invoice.ts';

export type RegisterInvoice = {
  readonly invoiceId: SupplierInvoiceId;
  readonly fileId: SourceFileId;
  /** Which document of the file it is, 0 first. */
  readonly fileIndex: number;
  readonly unitId: string;
  readonly receivedAtMs: number;
  readonly pages: readonly InvoicePage[];
  readonly proposal: Omit<Proposal, 'pages' | 'appendixPages'>;
  readonly supplierId: SupplierId | null;
  /** Of an e-invoice. */
  readonly judgement?: Judgement | undefined;
};
export type RegisterRejection =
  /** The file that it is said to come from is not here: it was refused, or never sent. */
  { readonly code: 'file-not-received' } | { readonly code: 'already-registered'; readonly invoiceId: SupplierInvoiceId };

/** Makes an invoice of a document that was read (ankomstregistrering). A document of a file becomes one invoice, once. */
export function decideRegistration(
  { file, twins }: { readonly file: SourceFile | undefined; readonly twins: readonly SupplierInvoice[] },
  { invoiceId, proposal, supplierId, judgement, ...facts }: RegisterInvoice,
): Result<readonly SupplierInvoiceEvent[], RegisterRejection> {
  if (file === undefined) return err({ code: 'file-not-received' });
  const twin = twins[0];
  if (twin !== undefined) return err({ code: 'already-registered', invoiceId: twin.id });
  const invoice = { ...facts, ...proposal, ...(supplierId !== null && { supplierId }), ...(judgement && { judgement }) };
  return ok([{ on: 'supplierInvoice', id: invoiceId, type: 'invoice-registered', invoice }]);
}
