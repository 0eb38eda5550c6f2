import type { Day } from '../../base/day.ts';
import type { SupplierId } from '../../base/ids.ts';
import { isAlive, isSamePayee, type PaymentNumber, type Supplier } from '../suppliers/index.ts';
import type { WantedChange, WantedNumber } from './register-change.ts';
import type { ApprovedMerge } from './undo-merge.ts';

/** Why a change does not fit the register as it is, when it is asked for or when it is approved. */
export type FitRejection =
  /** What it was to change is not as it was, or the change is made already. */
  | { readonly code: 'register-has-moved' }
  /** Another supplier has the number. */
  | { readonly code: 'not-unique' }
  | { readonly code: 'merges-with-itself' }
  /** One of the two has been merged, or has others merged into it: that is undone first. */
  | { readonly code: 'already-merged' };

export type ChangeAround = {
  readonly supplier: Supplier | undefined;
  readonly numbers: readonly PaymentNumber[];
  /** The one that it is to be merged into, or has been. */
  readonly survivor: Supplier | undefined;
  /** Those that were merged into it. */
  readonly absorbed: readonly Supplier[];
  /** The one that has the organisation number that it is to have. */
  readonly owner: Supplier | undefined;
  /** The change by which it was merged. */
  readonly merge?: ApprovedMerge | undefined;
};

/** What of the register stands in the way of a change; undefined where it fits. */
export function misfitOf(around: ChangeAround, wanted: WantedChange, today: Day): FitRejection | undefined {
  const { supplier, numbers } = around;
  const moved = { code: 'register-has-moved' } as const;
  if (supplier === undefined) return moved;
  const alive = (id: PaymentNumber['id']) => numbers.find((one) => one.id === id && isAlive(one, today));
  const holderOf = (id: PaymentNumber['id']): string | null => alive(id)?.holder ?? null;
  switch (wanted.kind) {
    case 'add-payment-number':
      return has(numbers, wanted, today) ? moved : undefined;
    case 'replace-payment-number':
      return alive(wanted.replaces) === undefined || has(numbers, wanted, today) ? moved : undefined;
    case 'end-payment-number': {
      const throughDay = alive(wanted.numberId)?.throughDay;
      return alive(wanted.numberId) === undefined || (throughDay !== undefined && throughDay === wanted.throughDay)
        ? moved
        : undefined;
    }
    case 'set-holder':
      return alive(wanted.numberId) === undefined || holderOf(wanted.numberId) !== wanted.from || wanted.from === wanted.to
        ? moved
        : undefined;
    case 'set-organisation-number':
      if ((supplier.organisationNumber ?? null) !== wanted.from || wanted.from === wanted.to) return moved;
      return around.owner === undefined ? undefined : { code: 'not-unique' };
    case 'set-payment-days':
      return (supplier.paymentDays ?? null) !== wanted.from || wanted.from === wanted.to ? moved : undefined;
    case 'block':
      return supplier.blockedFor === undefined ? undefined : moved;
    case 'unblock':
      return supplier.blockedFor === undefined ? moved : undefined;
    case 'merge':
      return misfitOfMerge(around, wanted.into);
    case 'un-merge':
      return supplier.mergedInto === undefined ? moved : undefined;
    case 'lift-protection':
      return supplier.protectedBy === undefined ? moved : undefined;
  }
}

/** The supplier has the number already, or is to have it. */
const has = (numbers: readonly PaymentNumber[], { numberKind: kind, number }: WantedNumber, today: Day): boolean =>
  numbers.some((one) => isAlive(one, today) && isSamePayee(one, { kind, number }));

/** Links are one step long, so that an id leads to its survivor by one look. */
function misfitOfMerge({ supplier, survivor, absorbed }: ChangeAround, into: SupplierId): FitRejection | undefined {
  if (supplier?.id === into) return { code: 'merges-with-itself' };
  if (survivor === undefined) return { code: 'register-has-moved' };
  const isTaken = supplier?.mergedInto !== undefined || survivor.mergedInto !== undefined || absorbed.length > 0;
  return isTaken ? { code: 'already-merged' } : undefined;
}
