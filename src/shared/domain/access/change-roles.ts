import { addDays, type Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Grant, grantsInForce, type HumanRole, type Permission, type Person, type Role, rolePermissions } from './access.ts';
import type { AccessEvent } from './events.ts';
import { inTheWayOf } from './incompatible-roles.ts';

export type GrantRole = {
  readonly grantId: Id<'grant'>;
  readonly personId: PersonId;
  readonly role: HumanRole;
  /** The id of a unit, or `all`. */
  readonly within: string;
  readonly fromDay: Day;
  /** The last day; null: until it is ended. */
  readonly throughDay: Day | null;
};
export type EndRole = {
  readonly grantId: Id<'grant'>;
  /** The last day. The day before it began: it never was in force. */
  readonly throughDay: Day;
};

type RoleRejection =
  | { readonly code: 'not-found' }
  /** Roles are given by those who keep them for the same units. */
  | { readonly code: 'forbidden'; readonly permission: Permission }
  /** Nobody gives themselves a role, or a longer one. */
  | { readonly code: 'four-eyes' }
  | { readonly code: 'roles-incompatible'; readonly roles: readonly [Role, Role] };
export type GrantRejection = RoleRejection | { readonly code: 'already-registered' } | { readonly code: 'days-in-wrong-order' };
export type EndRejection = RoleRejection | { readonly code: 'no-administrator' };

/** Who does it, and the roles that they hold. */
type Administrator = { readonly id: PersonId; readonly grants: readonly Grant[] };

/**
 * Gives a person a role, from and through two days. Four eyes: nobody gives one to themselves.
 *
 * Source: docs/rules.md, four eyes and separation of duties.
 */
export function decideGrant(
  facts: { readonly grant: Grant | undefined; readonly person: Person | undefined; readonly held: readonly Grant[] },
  { grantId, personId, role, within, fromDay, throughDay }: GrantRole,
  by: Administrator,
  today: Day,
): Result<readonly AccessEvent[], GrantRejection> {
  if (facts.person === undefined) return err({ code: 'not-found' });
  if (facts.grant !== undefined) return err({ code: 'already-registered' });
  if (!administers(by, within, today)) return err({ code: 'forbidden', permission: 'access.manage' });
  if (personId === by.id) return err({ code: 'four-eyes' });
  if (throughDay !== null && throughDay < fromDay) return err({ code: 'days-in-wrong-order' });
  const wanted = { personId, role, within, fromDay, ...(throughDay !== null && { throughDay }) };
  const other = inTheWayOf(wanted, facts.held);
  if (other !== undefined) return err({ code: 'roles-incompatible', roles: [role, other.role] });
  return ok([{ on: 'grant', id: grantId, type: 'role-granted', ...wanted }]);
}

/**
 * Says which day is a role's last: an earlier one than it had, or a later one, as for giving it anew. On every day to come somebody
 * administers all units.
 */
export function decideEnding(
  facts: {
    readonly grant: Grant | undefined;
    /** All that the same person holds. */
    readonly held: readonly Grant[];
    /** All grants of the role of administrator. */
    readonly administrators: readonly Grant[];
  },
  { throughDay }: EndRole,
  by: Administrator,
  today: Day,
): Result<readonly AccessEvent[], EndRejection> {
  const { grant } = facts;
  if (grant === undefined) return err({ code: 'not-found' });
  if (!administers(by, grant.within, today)) return err({ code: 'forbidden', permission: 'access.manage' });
  const isLonger = grant.throughDay !== undefined && throughDay > grant.throughDay;
  if (isLonger && grant.personId === by.id) return err({ code: 'four-eyes' });
  const others = facts.held.filter(({ id }) => id !== grant.id);
  const other = isLonger ? inTheWayOf({ ...grant, throughDay }, others) : undefined;
  if (other !== undefined) return err({ code: 'roles-incompatible', roles: [grant.role, other.role] });
  const nextDay = addDays(throughDay, 1);
  const left = facts.administrators.filter(({ id, within }) => id !== grant.id && within === 'all');
  if (administersAll(grant) && !isLonger && !isHeldFrom(nextDay > today ? nextDay : today, left))
    return err({ code: 'no-administrator' });
  return ok([{ on: 'grant', id: grant.id, type: 'role-ended', throughDay }]);
}

/** Whether someone may deal out roles for these units. */
const administers = ({ grants }: Administrator, within: string, today: Day): boolean =>
  grantsInForce(grants, today).some(
    (grant) =>
      (rolePermissions[grant.role] as readonly Permission[]).includes('access.manage') &&
      (grant.within === 'all' || grant.within === within),
  );

const administersAll = ({ role, within }: Grant): boolean => role === 'administrator' && within === 'all';

/** Whether every day from this one on is a day of one of them. */
function isHeldFrom(day: Day, grants: readonly Grant[]): boolean {
  const next = grantsInForce(grants, day)[0];
  if (next === undefined) return false;
  return next.throughDay === undefined || isHeldFrom(addDays(next.throughDay, 1), grants);
}
