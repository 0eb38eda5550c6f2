import type { PersonId, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseOrganisationNumber } from '../identifiers/index.ts';
import { isInForce, type PaymentNumber, parsePaymentNumber, type Supplier } from '../suppliers/index.ts';
import type { RegisterChangeEvent } from './events.ts';
import type { ChangeSource, RegisterChange, WantedChange } from './register-change.ts';

export type RequestChange = {
  readonly changeId: RegisterChange['id'];
  readonly supplierId: SupplierId;
  readonly wanted: WantedChange;
  readonly reason: string;
  readonly source: ChangeSource;
};
export type RequestRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'already-registered' }
  | { readonly code: 'wrong-payment-number'; readonly number: string }
  | { readonly code: 'wrong-organisation-number' }
  | FitRejection;

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
  /** The one that it is to be merged into. */
  readonly survivor: Supplier | undefined;
  /** Those that were merged into it. */
  readonly absorbed: readonly Supplier[];
  /** The one that has the organisation number that it is to have. */
  readonly owner: Supplier | undefined;
};

/** Asks for a sensitive change (känslig ändring). It waits for a second person, and is not in the register until then. */
export function decideRequest(
  facts: ChangeAround & {
    readonly change: RegisterChange | undefined;
    /** Whoever asks has put the supplier's telephone number there, now or earlier: it is none to ring. */
    readonly hasSetPhone?: boolean;
  },
  { changeId, supplierId, wanted: asked, reason, source }: RequestChange,
  by: PersonId,
  atMs: number,
): Result<readonly RegisterChangeEvent[], RequestRejection> {
  if (facts.change !== undefined) return err({ code: 'already-registered' });
  if (facts.supplier === undefined) return err({ code: 'not-found' });
  const wanted = inNormalForm(asked);
  if (!wanted.ok) return wanted;
  const misfit = misfitOf(facts, wanted.value);
  if (misfit !== undefined) return err(misfit);
  const ring = facts.hasSetPhone === true ? undefined : facts.supplier.phone;
  return ok([changeRequested(changeId, { supplierId, wanted: wanted.value, reason, source, ring }, by, atMs)]);
}

type Asked = Pick<RegisterChange, 'supplierId' | 'wanted' | 'reason' | 'source'> & { readonly ring: string | undefined };

/** The event of a change that is asked for, whatever road it came by. */
export const changeRequested = (
  id: RegisterChange['id'],
  { ring, ...asked }: Asked,
  by: PersonId,
  atMs: number,
): RegisterChangeEvent => ({
  ...{ on: 'registerChange', id, type: 'change-requested', ...asked },
  ...(ring !== undefined && { ring }),
  ...{ requestedBy: by, requestedAtMs: atMs },
});

function inNormalForm(wanted: WantedChange): Result<WantedChange, RequestRejection> {
  if (wanted.kind === 'add-payment-number') {
    const number = parsePaymentNumber(wanted.numberKind, wanted.number);
    return number.ok ? ok({ ...wanted, number: number.value }) : err({ code: 'wrong-payment-number', number: wanted.number });
  }
  if (wanted.kind === 'set-organisation-number') {
    const number = parseOrganisationNumber(wanted.to);
    return number.ok ? ok({ ...wanted, to: number.value }) : err({ code: 'wrong-organisation-number' });
  }
  return ok(wanted);
}

/** What of the register stands in the way of a change; undefined where it fits. */
export function misfitOf(around: ChangeAround, wanted: WantedChange): FitRejection | undefined {
  const { supplier, numbers } = around;
  const moved = { code: 'register-has-moved' } as const;
  if (supplier === undefined) return moved;
  switch (wanted.kind) {
    case 'add-payment-number':
      return numbers.some((one) => isInForce(one) && one.kind === wanted.numberKind && one.number === wanted.number)
        ? moved
        : undefined;
    case 'end-payment-number':
      return numbers.some((one) => one.id === wanted.numberId && isInForce(one)) ? undefined : moved;
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
  }
}

/** Links are one step long, so that an id leads to its survivor by one look. */
function misfitOfMerge({ supplier, survivor, absorbed }: ChangeAround, into: SupplierId): FitRejection | undefined {
  if (supplier?.id === into) return { code: 'merges-with-itself' };
  if (survivor === undefined) return { code: 'register-has-moved' };
  const isTaken = supplier?.mergedInto !== undefined || survivor.mergedInto !== undefined || absorbed.length > 0;
  return isTaken ? { code: 'already-merged' } : undefined;
}
