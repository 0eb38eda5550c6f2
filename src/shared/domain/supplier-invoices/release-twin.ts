import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { alikeTwins, liveTwin } from './duplicates.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { Around } from './finding.ts';
import type { SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

export type ReleaseTwin = {
  readonly invoiceId: SupplierInvoiceId;
  /** The invoice that it is not. */
  readonly otherId: SupplierInvoiceId;
  readonly reason: string;
};
export type ReleaseRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  /** Nobody is asked about the two. */
  | { readonly code: 'no-finding' }
  /** It has the number of one that is verified: that takes a reason at the verification itself. */
  | { readonly code: 'same-invoice' };

/**
 * Says that an invoice is not the other one that it was taken to be (falskt larm): neither of the two is asked about again for the
 * other's sake. The same number from the same sender, verified already, is never let past this way.
 */
export function decideTwinRelease(
  { invoice, around }: { readonly invoice: SupplierInvoice | undefined; readonly around: Around },
  { otherId, reason }: ReleaseTwin,
  by: PersonId,
  atMs: number,
): Result<readonly SupplierInvoiceEvent[], ReleaseRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'scanned' && invoice.state !== 'parked') return err({ code: 'wrong-state', state: invoice.state });
  const seen = around.twins.filter(({ hidden, isReleased }) => !hidden && isReleased !== true);
  const found = alikeTwins(invoice, seen, around.parties).find(({ twin }) => twin.id === otherId);
  if (found === undefined) return err({ code: 'no-finding' });
  if (liveTwin(invoice, [found.twin], around.parties) !== undefined) return err({ code: 'same-invoice' });
  const released = { otherId, kind: found.verdict.kind, reason, by, atMs };
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'twin-released', released }]);
}
