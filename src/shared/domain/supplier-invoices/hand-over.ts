import type { SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Lease, LeaseEvent } from '../work-queue/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

export type HandOver = {
  readonly invoiceId: SupplierInvoiceId;
  /** Whose it becomes. */
  readonly unitId: string;
  readonly note: string;
};
export type HandOverRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'unit-unchanged' };

/**
 * Gives an invoice that nobody has vouched for to another unit. Its lease goes with it, given back. What happened before stays in
 * the history of the unit that had it.
 */
export function decideHandOver(
  { invoice, lease }: { readonly invoice: SupplierInvoice | undefined; readonly lease: Lease | undefined },
  { unitId, note }: HandOver,
): Result<readonly (SupplierInvoiceEvent | LeaseEvent)[], HandOverRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'scanned' && invoice.state !== 'parked') return err({ code: 'wrong-state', state: invoice.state });
  if (invoice.unitId === unitId) return err({ code: 'unit-unchanged' });
  const { id, unitId: fromUnitId } = invoice;
  const handedOver: SupplierInvoiceEvent = {
    on: 'supplierInvoice',
    id,
    type: 'invoice-handed-over',
    fromUnitId,
    unitId,
    note: note.trim(),
  };
  return ok(lease === undefined ? [handedOver] : [handedOver, { on: 'lease', id, type: 'lease-handed-over', unitId }]);
}
