import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import { mayBecome, type SupplierInvoice, type SupplierInvoiceState } from './supplier-invoice.ts';

export type SetAsideDuplicate = {
  readonly invoiceId: SupplierInvoiceId;
  /** The one that stays. */
  readonly duplicateOf: SupplierInvoiceId;
};
export type SetAsideRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'duplicate-of-itself' }
  /** The other one was set aside itself: were both, none would be left. */
  | { readonly code: 'other-is-set-aside' };

/** Sets an invoice aside as a duplicate (dubblett) of another: it is never verified, and stands in nobody's way. */
export function decideSettingAside(
  {
    invoice,
    original,
  }: {
    readonly invoice: SupplierInvoice | undefined;
    /** Undefined also where the clerk may not see it. */
    readonly original: SupplierInvoice | undefined;
  },
  { invoiceId, duplicateOf }: SetAsideDuplicate,
  by: PersonId,
): Result<readonly SupplierInvoiceEvent[], SetAsideRejection> {
  if (invoice === undefined || original === undefined) return err({ code: 'not-found' });
  if (!mayBecome(invoice.state, 'duplicate')) return err({ code: 'wrong-state', state: invoice.state });
  if (duplicateOf === invoiceId) return err({ code: 'duplicate-of-itself' });
  if (original.state === 'duplicate') return err({ code: 'other-is-set-aside' });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-set-aside', by, duplicateOf }]);
}
