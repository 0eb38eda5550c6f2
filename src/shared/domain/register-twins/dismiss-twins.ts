import { assert } from '../../base/assert.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';

/** Registers that have twins. */
export const twinRegisters = ['supplier'] as const;
export type TwinRegister = (typeof twinRegisters)[number];

/** Two rows that somebody has looked at and found to be two (avfärdad dubblett): they are not proposed again. */
export type DismissedTwins = {
  readonly id: Id<'dismissedTwins'>;
  readonly rev: number;
  readonly register: TwinRegister;
  /** The lesser id of the two. */
  readonly aId: string;
  readonly bId: string;
  readonly reason: string;
  readonly dismissedBy: PersonId;
  readonly dismissedAtMs: number;
  /** Somebody has thought better of it: the two may be proposed again. */
  readonly recalledBy?: PersonId;
};

export type DismissTwins = {
  readonly dismissalId: Id<'dismissedTwins'>;
  readonly register: TwinRegister;
  readonly ids: readonly [string, string];
  readonly reason: string;
};

export type ProposeAgain = { readonly register: TwinRegister; readonly ids: readonly [string, string] };

type On<Type extends string> = { readonly on: 'dismissedTwins'; readonly type: Type };
export type DismissedTwinsEvent =
  | (On<'twins-dismissed'> & Omit<DismissedTwins, 'rev' | 'recalledBy'>)
  | (On<'dismissal-recalled'> & { readonly id: DismissedTwins['id']; readonly by: PersonId });

export type DismissTwinsRejection =
  /** One row is no twin of itself. */
  | { readonly code: 'same-row' }
  | { readonly code: 'not-found' }
  | { readonly code: 'already-dismissed'; readonly reason: string };

/** `found`: the two rows as they are, undefined where there is none. `earlier`: when these two have been dismissed before. */
export function decideDismissal(
  { found, earlier }: { readonly found: readonly (object | undefined)[]; readonly earlier: readonly DismissedTwins[] },
  { dismissalId, register, ids, reason }: DismissTwins,
  dismissedBy: PersonId,
  dismissedAtMs: number,
): Result<readonly DismissedTwinsEvent[], DismissTwinsRejection> {
  const [aId, bId] = inOrder(ids);
  if (aId === bId) return err({ code: 'same-row' });
  if (found.length < 2 || found.includes(undefined)) return err({ code: 'not-found' });
  const [before] = earlier;
  if (before !== undefined && before.recalledBy === undefined) return err({ code: 'already-dismissed', reason: before.reason });
  const id = before?.id ?? dismissalId; // two rows are dismissed in one place, however often
  return ok([{ on: 'dismissedTwins', type: 'twins-dismissed', id, register, aId, bId, reason, dismissedBy, dismissedAtMs }]);
}

export type ProposeAgainRejection = { readonly code: 'not-found' } | { readonly code: 'nothing-to-do' };

/** Takes a dismissal back: the two may be proposed as twins again. */
export function decideProposingAgain(
  [dismissal]: readonly DismissedTwins[],
  by: PersonId,
): Result<readonly DismissedTwinsEvent[], ProposeAgainRejection> {
  if (dismissal === undefined) return err({ code: 'not-found' });
  if (dismissal.recalledBy !== undefined) return err({ code: 'nothing-to-do' });
  return ok([{ on: 'dismissedTwins', type: 'dismissal-recalled', id: dismissal.id, by }]);
}

/** The lesser id first, as twins are named. */
export const inOrder = ([one, other]: readonly [string, string]): readonly [string, string] =>
  one < other ? [one, other] : [other, one];

export function evolveDismissedTwins(before: DismissedTwins | undefined, event: DismissedTwinsEvent): DismissedTwins {
  const rev = (before?.rev ?? 0) + 1;
  if (event.type === 'twins-dismissed') {
    const { on, type, ...facts } = event;
    return { ...facts, rev };
  }
  assert(before !== undefined, 'two are dismissed before that is taken back');
  return { ...before, rev, recalledBy: event.by };
}
