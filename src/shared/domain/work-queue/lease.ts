import { assert, unreachable } from '../../base/assert.ts';
import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';

/**
 * "I am working on this one." A lease has its invoice's id, so there is one for each invoice at most. Every time it goes to another
 * holder its `token` grows: a decision made under an old token is told apart from one made under the current one (fencing).
 */
export type Lease = {
  readonly id: SupplierInvoiceId;
  readonly rev: number;
  readonly unitId: string;
  readonly holder: PersonId;
  readonly device: string;
  readonly token: number;
  /** By the clock of the one who decides. Given back: 0. */
  readonly untilMs: number;
  /** Who had it when it was taken over, and why it was; only while whoever took it over has it. */
  readonly takenFrom?: PersonId;
  readonly takeOverReason?: string;
};

export type LeaseEvent =
  | {
      readonly on: 'lease';
      readonly id: SupplierInvoiceId;
      readonly type: 'lease-taken';
      readonly unitId: string;
      readonly holder: PersonId;
      readonly device: string;
      readonly token: number;
      readonly untilMs: number;
    }
  /** Taken over from somebody whose lease had not run out. */
  | {
      readonly on: 'lease';
      readonly id: SupplierInvoiceId;
      readonly type: 'lease-taken-over';
      readonly holder: PersonId;
      readonly device: string;
      readonly token: number;
      readonly untilMs: number;
      readonly takenFrom: PersonId;
      readonly takeOverReason: string;
    }
  | { readonly on: 'lease'; readonly id: SupplierInvoiceId; readonly type: 'lease-renewed'; readonly untilMs: number }
  | { readonly on: 'lease'; readonly id: SupplierInvoiceId; readonly type: 'lease-given-back' }
  /** Its invoice went to another unit, so nobody holds it any more. */
  | { readonly on: 'lease'; readonly id: SupplierInvoiceId; readonly type: 'lease-handed-over'; readonly unitId: string };

/** Who asks, from which device. */
export type LeaseHolder = { readonly actor: PersonId; readonly device: string };

export type LeaseRefusal =
  | { readonly code: 'leased-by-other'; readonly holder: PersonId; readonly untilMs: number }
  /** It has been someone else's since. */
  | { readonly code: 'stale-lease' };

export const isTheirs = (lease: Lease, { actor, device }: LeaseHolder): boolean =>
  lease.holder === actor && lease.device === device;

/** Takes a lease that is free, has run out, or is one's own already. */
export function decideLease(
  { lease, unitId }: { readonly lease: Lease | undefined; readonly unitId: string | undefined },
  { invoiceId, minutes }: { readonly invoiceId: SupplierInvoiceId; readonly minutes: number },
  by: LeaseHolder,
  atMs: number,
): Result<readonly LeaseEvent[], LeaseRefusal | { readonly code: 'not-found' }> {
  if (unitId === undefined) return err({ code: 'not-found' });
  const untilMs = atMs + minutes * 60_000;
  const on = { on: 'lease', id: invoiceId } as const;
  if (lease !== undefined && lease.untilMs > atMs) {
    if (!isTheirs(lease, by)) return err({ code: 'leased-by-other', holder: lease.holder, untilMs: lease.untilMs });
    return ok([{ ...on, type: 'lease-renewed', untilMs }]);
  }
  const token = (lease?.token ?? 0) + 1;
  return ok([{ ...on, type: 'lease-taken', unitId, holder: by.actor, device: by.device, token, untilMs }]);
}

/** Gives it back before it runs out. One that is no longer one's own needs no giving back. */
export function decideGivingBack(
  lease: Lease | undefined,
  by: LeaseHolder,
): Result<readonly LeaseEvent[], { readonly code: 'stale-lease' }> {
  if (lease === undefined || !isTheirs(lease, by) || lease.untilMs === 0) return err({ code: 'stale-lease' });
  return ok([{ on: 'lease', id: lease.id, type: 'lease-given-back' }]);
}

/**
 * Whether a lease stands in the way of a decision on its invoice: someone else's that has not run out, or a token that is not
 * the current one. A decision without a token is let through where nobody else works on the invoice.
 *
 * `atMs` null: decided where the clock says nothing (a workstation's own), so that only tokens are compared.
 */
export function refusedByLease(
  lease: Lease | undefined,
  by: LeaseHolder & { readonly token: number | null },
  atMs: number | null,
): LeaseRefusal | undefined {
  if (by.token !== null && by.token !== lease?.token) return { code: 'stale-lease' };
  if (lease === undefined || atMs === null || lease.untilMs <= atMs || isTheirs(lease, by)) return undefined;
  return { code: 'leased-by-other', holder: lease.holder, untilMs: lease.untilMs };
}

export function evolveLease(lease: Lease | undefined, event: LeaseEvent): Lease {
  const rev = (lease?.rev ?? 0) + 1;
  if (event.type === 'lease-taken') {
    const { on: _, type: __, ...facts } = event;
    return { ...facts, rev };
  }
  assert(lease !== undefined, 'a lease is taken before anything else happens to it');
  switch (event.type) {
    case 'lease-taken-over': {
      const { on: _, type: __, ...facts } = event;
      return { ...lease, ...facts, rev };
    }
    case 'lease-renewed':
      return { ...lease, rev, untilMs: event.untilMs };
    case 'lease-given-back':
      return { ...lease, rev, untilMs: 0 };
    case 'lease-handed-over':
      return { ...lease, rev, unitId: event.unitId, untilMs: 0 };
    default:
      return unreachable(event);
  }
}
