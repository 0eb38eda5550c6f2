import type { SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { decideLease, isTheirs, type Lease, type LeaseEvent, type LeaseHolder } from './lease.ts';

/** What is known of one of the invoices that are asked for. `unitId` undefined: there is no such invoice. */
export type BasketPlace = {
  readonly invoiceId: SupplierInvoiceId;
  readonly lease: Lease | undefined;
  readonly unitId: string | undefined;
};

/**
 * Takes leases of several invoices at once (en korg). Those that somebody else holds are left out; whoever asks sees them by their
 * leases. Refused only where nothing at all is free.
 */
export function decideBasket(
  places: readonly BasketPlace[],
  minutes: number,
  by: LeaseHolder,
  atMs: number,
): Result<readonly LeaseEvent[], { readonly code: 'nothing-free' }> {
  const taken = places.flatMap(({ invoiceId, ...facts }) => {
    const one = decideLease(facts, { invoiceId, minutes }, by, atMs);
    return one.ok ? one.value : [];
  });
  return taken.length === 0 ? err({ code: 'nothing-free' }) : ok(taken);
}

/** Gives several back before they run out. Those that are not one's own by now are left as they are. */
export function decideGivingBackBasket(
  leases: readonly (Lease | undefined)[],
  by: LeaseHolder,
): Result<readonly LeaseEvent[], { readonly code: 'stale-lease' }> {
  const own = leases.filter((lease): lease is Lease => lease !== undefined && isTheirs(lease, by) && lease.untilMs !== 0);
  if (own.length === 0) return err({ code: 'stale-lease' });
  return ok(own.map(({ id }) => ({ on: 'lease', id, type: 'lease-given-back' })));
}

/**
 * Takes over what somebody else works on (överta), with a reason that the other reads. The token grows, so that what the other still
 * sends under the old one is told apart. Also from one's own lease on another computer that lies dead.
 */
export function decideTakeOver(
  lease: Lease | undefined,
  { minutes, reason }: { readonly minutes: number; readonly reason: string },
  by: LeaseHolder,
  atMs: number,
): Result<readonly LeaseEvent[], { readonly code: 'nothing-to-take-over' }> {
  if (lease === undefined || lease.untilMs <= atMs || isTheirs(lease, by)) return err({ code: 'nothing-to-take-over' });
  const { id, token, holder: takenFrom } = lease;
  const untilMs = atMs + minutes * 60_000;
  const mine = { holder: by.actor, device: by.device, token: token + 1, untilMs };
  return ok([{ on: 'lease', id, type: 'lease-taken-over', ...mine, takenFrom, takeOverReason: reason }]);
}
