import { assert } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { folded } from '../../base/text.ts';

export type CallReasonId = Id<'callReason'>;

/** Why people ring (samtalsanledning): what calls are counted by. From and through days, so that old notes keep theirs. */
export type CallReason = {
  readonly id: CallReasonId;
  readonly rev: number;
  readonly name: string;
  readonly fromDay: Day;
  readonly throughDay?: Day;
};

export type LayUpCallReason = { readonly reasonId: CallReasonId; readonly name: string; readonly fromDay: Day };
export type CallReasonEvent =
  | {
      readonly on: 'callReason';
      readonly id: CallReasonId;
      readonly type: 'call-reason-laid-up';
      readonly name: string;
      readonly fromDay: Day;
    }
  /** Null: it goes on. */
  | { readonly on: 'callReason'; readonly id: CallReasonId; readonly type: 'call-reason-ended'; readonly throughDay: Day | null };

export const reasonsInForce = (reasons: readonly CallReason[], on: Day): readonly CallReason[] =>
  reasons.filter(({ fromDay, throughDay }) => fromDay <= on && (throughDay === undefined || on <= throughDay));

/** Lays up a reason. Two that hold at the same time are not called the same. `known`: all there are. */
export function decideCallReason(
  known: readonly CallReason[],
  { reasonId, name, fromDay }: LayUpCallReason,
): Result<readonly CallReasonEvent[], { readonly code: 'name-missing' | 'reason-taken' | 'already-registered' }> {
  const tidy = name.trim();
  if (tidy === '') return err({ code: 'name-missing' });
  if (known.some(({ id }) => id === reasonId)) return err({ code: 'already-registered' });
  if (isTaken(known, tidy, fromDay)) return err({ code: 'reason-taken' });
  return ok([{ on: 'callReason', id: reasonId, type: 'call-reason-laid-up', name: tidy, fromDay }]);
}

/** Ends a reason with a day, or lets it go on. What has been noted under it stays so. */
export function decideCallReasonEnd(
  known: readonly CallReason[],
  { reasonId, throughDay }: { readonly reasonId: CallReasonId; readonly throughDay: Day | null },
): Result<readonly CallReasonEvent[], { readonly code: 'not-found' | 'days-in-wrong-order' | 'reason-taken' }> {
  const reason = known.find(({ id }) => id === reasonId);
  if (reason === undefined) return err({ code: 'not-found' });
  if (throughDay !== null && throughDay < reason.fromDay) return err({ code: 'days-in-wrong-order' });
  const others = known.filter(({ id }) => id !== reasonId);
  if (throughDay === null && isTaken(others, reason.name, reason.fromDay)) return err({ code: 'reason-taken' });
  return ok([{ on: 'callReason', id: reasonId, type: 'call-reason-ended', throughDay }]);
}

const isTaken = (known: readonly CallReason[], name: string, fromDay: Day): boolean =>
  known.some((one) => folded(one.name) === folded(name) && (one.throughDay === undefined || one.throughDay >= fromDay));

export function evolveCallReason(before: CallReason | undefined, event: CallReasonEvent): CallReason {
  const rev = (before?.rev ?? 0) + 1;
  if (event.type === 'call-reason-laid-up') return { id: event.id, rev, name: event.name, fromDay: event.fromDay };
  assert(before !== undefined, 'only a reason that was laid up ends');
  const { throughDay: _, ...reason } = before;
  return { ...reason, rev, ...(event.throughDay !== null && { throughDay: event.throughDay }) };
}
