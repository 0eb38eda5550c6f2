import type { SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import { ok } from '../../src/shared/base/result.ts';
import type { FieldName, FieldValue } from '../../src/shared/domain/invoice-fields/index.ts';
import {
  decideFault,
  decideFaultSettling,
  decideFetchingBack,
  decideNote,
  decideParking,
  type ParkInvoice,
  type ReportFault,
  type SupplierInvoice,
  type WriteNote,
} from '../../src/shared/domain/supplier-invoices/index.ts';
import { today } from '../make/decisions.ts';
import { anna } from '../make/invoices.ts';

type Invoice = SupplierInvoice | undefined;

/** A letter that was made. */
export const aLetter = { sha256: 'e'.repeat(64), fileName: 'Brev 10045.pdf', pageCount: 1 };

/** What lays an invoice aside or notes something on it, decided by the rules themselves. */
export const laidAsideDecisions = {
  'supplier-invoices/park': (invoice: Invoice, input: ParkInvoice) => decideParking(invoice, input, anna, today),
  'supplier-invoices/report-fault': (invoice: Invoice, input: ReportFault) => decideFault(invoice, input, anna, 1, today),
  'supplier-invoices/settle-fault': (invoice: Invoice, input: { invoiceId: SupplierInvoiceId; reason: string }) =>
    decideFaultSettling(invoice, input),
  'supplier-invoices/fetch-back': (invoice: Invoice) => decideFetchingBack(invoice),
  'supplier-invoices/write-note': (invoice: Invoice, input: WriteNote) => decideNote(invoice, input, anna, 1),
  /** A call is noted beside the work, and changes no invoice. */
  'call-notes/note': () => ok([]),
};

export function previousValue(
  invoices: ReadonlyMap<SupplierInvoiceId, SupplierInvoice>,
  { invoiceId, field }: { readonly invoiceId: SupplierInvoiceId; readonly field: FieldName },
): FieldValue | null {
  const supplierId = invoices.get(invoiceId)?.supplierId;
  const others = [...invoices.values()].filter((other) => other.id !== invoiceId && other.supplierId === supplierId);
  return others.at(-1)?.fields[field].value ?? null;
}
