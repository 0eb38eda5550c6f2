import type { Day } from '../../base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import { mayBecome, type ParkReason, type SupplierInvoice, type SupplierInvoiceState } from './supplier-invoice.ts';

export type ParkInvoice = {
  readonly invoiceId: SupplierInvoiceId;
  readonly reason: ParkReason;
  readonly note: string;
  readonly returnsOn: Day | null;
};
export type ParkRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'returns-in-the-past' };

/** Parks an invoice (parkera): out of the queue until something happens or a day comes. */
export function decideParking(
  invoice: SupplierInvoice | undefined,
  { reason, note, returnsOn }: ParkInvoice,
  by: PersonId,
  today: Day,
): Result<readonly SupplierInvoiceEvent[], ParkRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (!mayBecome(invoice.state, 'parked')) return err({ code: 'wrong-state', state: invoice.state });
  if (returnsOn !== null && returnsOn <= today) return err({ code: 'returns-in-the-past' });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-parked', by, reason, note: note.trim(), returnsOn }]);
}

/** Takes a parked invoice back into the queue. */
export function decideResuming(
  invoice: SupplierInvoice | undefined,
): Result<readonly SupplierInvoiceEvent[], Exclude<ParkRejection, { code: 'returns-in-the-past' }>> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'parked') return err({ code: 'wrong-state', state: invoice.state });
  const { parkedReason: reason, parkedNote: note, returnsOn } = invoice;
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-resumed', reason, note, returnsOn: returnsOn ?? null }]);
}
