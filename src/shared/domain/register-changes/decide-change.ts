import { dayInSweden } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SupplierEvent } from '../suppliers/index.ts';
import { effectsOf } from './effects.ts';
import type { RegisterChangeEvent } from './events.ts';
import { type ChangeAround, type FitRejection, misfitOf } from './misfit.ts';
import { asksForCall, type RegisterChange } from './register-change.ts';
import { shownWanted } from './shown-change.ts';
import { hadBefore } from './undo-merge.ts';

export type NoteCallBack = {
  readonly changeId: RegisterChange['id'];
  readonly spokeWith: string;
  readonly note: string;
  readonly confirmed: boolean;
};
export type DecideChange = {
  readonly changeId: RegisterChange['id'];
  /** Null: approved. Else it is refused, and this is why. */
  readonly refusal: string | null;
};
export type WithdrawChange = { readonly changeId: RegisterChange['id'] };

type StateRejection = { readonly code: 'not-found' } | { readonly code: 'wrong-state'; readonly state: RegisterChange['state'] };
export type CallBackRejection = StateRejection;
export type WithdrawalRejection = StateRejection | { readonly code: 'not-yours' };
export type ChangeDecisionRejection =
  | StateRejection
  /** The one who decides asked for it, rang about it, or put a supplier that it is about in the register. */
  | { readonly code: 'four-eyes' }
  /** A new payment number is approved when the supplier has been rung, and has said yes. */
  | { readonly code: 'call-back-missing' }
  | FitRejection;

type Pending = Extract<RegisterChange, { state: 'pending' }>;
const pending = (change: RegisterChange | undefined): Result<Pending, StateRejection> => {
  if (change === undefined) return err({ code: 'not-found' });
  return change.state === 'pending' ? ok(change) : err({ code: 'wrong-state', state: change.state });
};

/** Notes that the supplier was rung about a change, and what was said (motringning). */
export function decideCallBack(
  found: RegisterChange | undefined,
  { spokeWith, note, confirmed }: NoteCallBack,
  by: PersonId,
  atMs: number,
): Result<readonly RegisterChangeEvent[], CallBackRejection> {
  const change = pending(found);
  if (!change.ok) return change;
  const callBack = { by, atMs, spokeWith, note, confirmed };
  return ok([{ on: 'registerChange', id: change.value.id, type: 'call-back-noted', callBack }]);
}

/**
 * Shows the person's number that a change is about to somebody who is to decide it, and keeps who saw it and why. Nobody decides what they
 * cannot see.
 */
export function decideChangeReveal(
  found: RegisterChange | undefined,
  { reason }: { readonly reason: string },
): Result<readonly RegisterChangeEvent[], StateRejection | { readonly code: 'nothing-covered' }> {
  const change = pending(found);
  if (!change.ok) return change;
  const { id, wanted } = change.value;
  if (JSON.stringify(shownWanted(wanted, false)) === JSON.stringify(wanted)) return err({ code: 'nothing-covered' });
  return ok([{ on: 'registerChange', id, type: 'personal-number-revealed', reason }]);
}

/** Takes a change back. Only the one who asked for it does. */
export function decideWithdrawal(
  found: RegisterChange | undefined,
  by: PersonId,
): Result<readonly RegisterChangeEvent[], WithdrawalRejection> {
  const change = pending(found);
  if (!change.ok) return change;
  if (change.value.requestedBy !== by) return err({ code: 'not-yours' });
  return ok([{ on: 'registerChange', id: change.value.id, type: 'change-withdrawn' }]);
}

/**
 * Approves or refuses a change; an approved one is in the register from then on.
 *
 * Four eyes: nobody decides what they asked for, rang about, or whose supplier (of a merge: whose two suppliers) they registered, whatever road the command came by.
 * Source: docs/rules.md, changed payee details; kommunallagen (2017:725) 6 kap. 6 §, sufficient internal control.
 */
export function decideChange(
  {
    change: found,
    hadAHand,
    ...around
  }: ChangeAround & {
    readonly change: RegisterChange | undefined;
    /** The one who decides put a supplier that it is about in the register, or rang about it, also before somebody else did. */
    readonly hadAHand: boolean;
  },
  { refusal }: DecideChange,
  by: PersonId,
  atMs: number,
): Result<readonly (RegisterChangeEvent | SupplierEvent)[], ChangeDecisionRejection> {
  const change = pending(found);
  if (!change.ok) return change;
  const { id, wanted, requestedBy, callBack, supplierId } = change.value;
  if (by === requestedBy || by === callBack?.by || hadAHand) return err({ code: 'four-eyes' });
  if (refusal !== null) return ok([{ on: 'registerChange', id, type: 'change-refused', by, atMs, refusal }]);
  if (asksForCall(wanted) && callBack?.confirmed !== true) return err({ code: 'call-back-missing' });
  const today = dayInSweden(atMs);
  const misfit = misfitOf(around, wanted, today);
  if (misfit !== undefined) return err(misfit);
  const effects = effectsOf({ id, supplierId, wanted }, today, around);
  const was = wanted.kind === 'merge' && around.survivor !== undefined ? hadBefore(wanted, around.survivor) : undefined;
  return ok([{ on: 'registerChange', id, type: 'change-approved', by, atMs, ...(was !== undefined && { was }) }, ...effects]);
}
