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
};

export type DismissTwins = {
  readonly dismissalId: Id<'dismissedTwins'>;
  readonly register: TwinRegister;
  readonly ids: readonly [string, string];
  readonly reason: string;
};

export type DismissedTwinsEvent = {
  readonly on: 'dismissedTwins';
  readonly type: 'twins-dismissed';
} & Omit<DismissedTwins, 'rev'>;

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
  if (before !== undefined) return err({ code: 'already-dismissed', reason: before.reason });
  return ok([
    { on: 'dismissedTwins', type: 'twins-dismissed', id: dismissalId, register, aId, bId, reason, dismissedBy, dismissedAtMs },
  ]);
}

/** The lesser id first, as twins are named. */
export const inOrder = ([one, other]: readonly [string, string]): readonly [string, string] =>
  one < other ? [one, other] : [other, one];

export const evolveDismissedTwins = (
  _: DismissedTwins | undefined,
  { on, type, ...facts }: DismissedTwinsEvent,
): DismissedTwins => ({
  ...facts,
  rev: 1,
});
