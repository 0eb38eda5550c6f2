import type { Day } from '../../base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { FieldName } from '../invoice-fields/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import { decideParking } from './park-invoice.ts';
import type { FaultReason, InvoiceFault, SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

/** What becomes of the invoice meanwhile. */
export const faultOutcomes = ['parks', 'returns', 'stays'] as const;
export type FaultOutcome = (typeof faultOutcomes)[number];

export type ReportFault = {
  readonly invoiceId: SupplierInvoiceId;
  readonly reason: FaultReason;
  readonly note: string;
  /** The field that is at fault; null: the invoice as a whole. */
  readonly field: FieldName | null;
  /** The claim is disputed (bestrids): it is not paid while it is. */
  readonly isDisputed: boolean;
  readonly outcome: FaultOutcome;
  /** When a parked one comes back; null where it is not parked, or waits without a day. */
  readonly returnsOn: Day | null;
};
export type FaultRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'returns-in-the-past' }
  /** "Something else" says nothing by itself. */
  | { readonly code: 'fault-untold' };

/**
 * Says that an invoice is faulty (felaktig leverantörsfaktura), and why: it is parked until the supplier answers, returned to the supplier, or
 * stays where it is. One that is verified stays: to dispute it stops its payment.
 *
 * Source: docs/rules.md, faulty invoices and disputes.
 */
export function decideFault(
  invoice: SupplierInvoice | undefined,
  { reason, note, field, isDisputed, outcome, returnsOn }: ReportFault,
  by: PersonId,
  atMs: number,
  today: Day,
): Result<readonly SupplierInvoiceEvent[], FaultRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  const { id, state } = invoice;
  if (!mayBeFaulty(state) || (outcome !== 'stays' && state !== 'scanned')) return err({ code: 'wrong-state', state });
  if (reason === 'other' && note.trim() === '') return err({ code: 'fault-untold' });
  const fault: InvoiceFault = { reason, note: note.trim(), field, isDisputed, by, atMs };
  const noted = noting(invoice, fault);
  if (outcome === 'stays') return ok([noted]);
  if (outcome === 'returns') return ok([noted, { on: 'supplierInvoice', id, type: 'invoice-returned', by }]);
  const parked = decideParking(invoice, { invoiceId: id, reason: 'waits-for-supplier', note, returnsOn }, by, today);
  return parked.ok ? ok([noted, ...parked.value]) : parked;
}

/** Says that the fault is gone: the supplier has mended it, or a dispute was settled. */
export function decideFaultSettling(
  invoice: SupplierInvoice | undefined,
  { reason }: { readonly invoiceId: SupplierInvoiceId; readonly reason: string },
): Result<
  readonly SupplierInvoiceEvent[],
  | { readonly code: 'not-found' }
  | { readonly code: 'no-fault' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.fault === undefined) return err({ code: 'no-fault' });
  if (!mayBeFaulty(invoice.state)) return err({ code: 'wrong-state', state: invoice.state });
  return ok([{ ...noting(invoice, null), settledBecause: reason }]);
}

/** In which language its supplier is written to: English to one whose VAT number is another country's. */
export const letterLanguage = ({ fields }: Pick<SupplierInvoice, 'fields'>): 'sv' | 'en' =>
  fields.vatNumber.value === null || fields.vatNumber.value.startsWith('SE') ? 'sv' : 'en';

/** Takes an invoice that was returned to its supplier back into the queue. */
export function decideFetchingBack(
  invoice: SupplierInvoice | undefined,
): Result<
  readonly SupplierInvoiceEvent[],
  { readonly code: 'not-found' } | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'returned') return err({ code: 'wrong-state', state: invoice.state });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'return-recalled', returnedBy: invoice.returnedBy }]);
}

const mayBeFaulty = (state: SupplierInvoiceState): boolean => state === 'scanned' || state === 'parked' || state === 'verified';

const noting = ({ id, fault }: SupplierInvoice, after: InvoiceFault | null) =>
  ({ on: 'supplierInvoice', id, type: 'fault-noted', before: fault ?? null, after }) as const;
