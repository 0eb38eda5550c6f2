import { addDays, type Day } from '../../base/day.ts';
import type { Id } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Grant, grantsInForce, type Permission } from './access.ts';
import type { AccessEvent } from './events.ts';
import { type Actor, administers, administersAll } from './role-change.ts';

export type EndRole = {
  readonly grantId: Id<'grant'>;
  /** The last day. The day before it began: it never was in force. */
  readonly throughDay: Day;
};
export type EndRejection =
  | { readonly code: 'not-found' }
  /** Roles are ended by those who keep them for the same units. */
  | { readonly code: 'forbidden'; readonly permission: Permission }
  /** A later last day is asked for, and a second person decides. */
  | { readonly code: 'not-shorter' }
  | { readonly code: 'no-administrator' };

/**
 * Says that a role ends, or ends earlier than it would: it only takes away, and so one person does it at once. On every day to come
 * somebody administers all units.
 */
export function decideEnding(
  facts: {
    readonly grant: Grant | undefined;
    /** All grants of the role of administrator. */
    readonly administrators: readonly Grant[];
  },
  { throughDay }: EndRole,
  by: Actor,
  today: Day,
): Result<readonly AccessEvent[], EndRejection> {
  const { grant } = facts;
  if (grant === undefined) return err({ code: 'not-found' });
  if (!administers(by, grant.within, today)) return err({ code: 'forbidden', permission: 'access.manage' });
  if (grant.throughDay !== undefined && throughDay >= grant.throughDay) return err({ code: 'not-shorter' });
  const nextDay = addDays(throughDay, 1);
  const left = facts.administrators.filter((other) => other.id !== grant.id && administersAll(other));
  if (administersAll(grant) && !isHeldFrom(nextDay > today ? nextDay : today, left)) return err({ code: 'no-administrator' });
  return ok([{ on: 'grant', id: grant.id, type: 'role-ended', throughDay }]);
}

/** Whether every day from this one on is a day of one of them. */
function isHeldFrom(day: Day, grants: readonly Grant[]): boolean {
  const next = grantsInForce(grants, day)[0];
  if (next === undefined) return false;
  return next.throughDay === undefined || isHeldFrom(addDays(next.throughDay, 1), grants);
}
