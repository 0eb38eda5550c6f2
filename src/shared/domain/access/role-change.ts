import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { type Grant, grantsInForce, type HumanRole, type Permission, rolePermissions } from './access.ts';

/** More for somebody: a role, or a later last day of one that is held. */
export type WantedRole = {
  readonly kind: 'grant' | 'lengthen';
  /** The grant that it makes, or whose last day it moves. */
  readonly grantId: Id<'grant'>;
  readonly personId: PersonId;
  readonly role: HumanRole;
  /** The id of a unit, or `all`. */
  readonly within: string;
  readonly fromDay: Day;
  /** The last day; missing: until it is ended. */
  readonly throughDay?: Day;
  /** Only for `lengthen`: the last day when it was asked for. */
  readonly wasThrough?: Day;
};

type Every = WantedRole & {
  readonly id: Id<'roleChange'>;
  readonly rev: number;
  readonly reason: string;
  readonly requestedBy: PersonId;
  readonly requestedAtMs: number;
};
type Decided = Every & { readonly decidedBy: PersonId; readonly decidedAtMs: number };

/**
 * A change of roles that somebody asked for (rolländring). Nothing of it is in force until a second person has approved it. One that
 * was approved by who asked for it is the first other administrator: see `standsAlone`.
 */
export type RoleChange =
  | (Every & { readonly state: 'pending' })
  | (Decided & { readonly state: 'approved' })
  | (Decided & { readonly state: 'refused'; readonly refusal: string })
  | (Every & { readonly state: 'withdrawn' });
export type RoleChangeState = RoleChange['state'];

/** Who does it, and the roles that they hold. */
export type Actor = { readonly id: PersonId; readonly grants: readonly Grant[] };

/** Whether someone may ask for roles in these units, and end them. */
export const administers = ({ grants }: Actor, within: string, today: Day): boolean =>
  holdsWithin(grants, 'access.manage', within, today);

/** Whether someone holds a role that allows this in these units. */
export const holdsWithin = (grants: readonly Grant[], permission: Permission, within: string, today: Day): boolean =>
  grantsInForce(grants, today).some(
    (grant) =>
      (rolePermissions[grant.role] as readonly Permission[]).includes(permission) &&
      (grant.within === 'all' || grant.within === within),
  );

export const administersAll = ({ role, within }: Pick<Grant, 'role' | 'within'>): boolean =>
  role === 'administrator' && within === 'all';

/**
 * Whether nobody but this person has ever administered all units: then nobody else can approve a role, and the first other
 * administrator is given by that one alone. Whoever has been one counts for good, or one administrator could end another and then
 * make up a third.
 */
export const standsAlone = (person: PersonId, administrators: readonly Grant[]): boolean =>
  administrators.filter(administersAll).every(({ personId }) => personId === person);
