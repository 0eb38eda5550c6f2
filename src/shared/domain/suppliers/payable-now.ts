import type { Day } from '../../base/day.ts';
import { isSamePayee } from './payment-number.ts';
import { isInForce, type PaymentNumber, type PaymentNumberKind, type Supplier, survivorOf } from './supplier.ts';

/** Why nothing is paid to a supplier now. */
export const holdReasons = ['supplier-blocked', 'supplier-ended', 'change-waits', 'payment-number-not-in-force'] as const;
export type HoldReason = (typeof holdReasons)[number];

export type Payee = {
  /** Those that are one: the supplier, and those that were merged with it. */
  readonly family: readonly Supplier[];
  /** All that any of them has, in force or not. */
  readonly numbers: readonly PaymentNumber[];
  /** A change that holds payments waits for a second person. */
  readonly changeWaits: boolean;
};

/**
 * What stands in the way of paying to one of these numbers now; nothing: it may be paid, to one that is in force.
 *
 * Payments are held by looking, not by a flag that somebody must remember to set and to clear.
 * Source: docs/rules.md, changed payee details: nothing goes to a number that a second person has not approved.
 */
export function holdsOn(
  { family, numbers, changeWaits }: Payee,
  paidTo: readonly { readonly kind: PaymentNumberKind; readonly number: string }[],
  today: Day,
): readonly HoldReason[] {
  const isTheirs = (to: (typeof paidTo)[number]): boolean => numbers.some((own) => isInForce(own, today) && isSamePayee(own, to));
  const holds: Record<HoldReason, boolean> = {
    'supplier-blocked': family.some(({ blockedFor }) => blockedFor !== undefined),
    'supplier-ended': family.some((supplier) => hasEnded(supplier, today) && survivorOf(supplier) === supplier.id),
    'change-waits': changeWaits,
    'payment-number-not-in-force': paidTo.length > 0 && !paidTo.some(isTheirs),
  };
  return holdReasons.filter((reason) => holds[reason]);
}

/** Its last day is past; one that is to end is paid until then. */
const hasEnded = ({ endedOn }: Supplier, today: Day): boolean => endedOn !== undefined && endedOn < today;
