import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Grant, HumanRole, Permission, Person, Role } from './access.ts';
import type { AccessEvent } from './events.ts';
import { inTheWayOf } from './incompatible-roles.ts';
import { type Actor, administers, administersAll, type RoleChange, standsAlone, type WantedRole } from './role-change.ts';

export type RequestRole = {
  readonly changeId: Id<'roleChange'>;
  readonly grantId: Id<'grant'>;
  readonly personId: PersonId;
  readonly role: HumanRole;
  /** The id of a unit, or `all`. */
  readonly within: string;
  readonly fromDay: Day;
  /** The last day; null: until it is ended. */
  readonly throughDay: Day | null;
  readonly reason: string;
};
export type RequestLongerRole = {
  readonly changeId: Id<'roleChange'>;
  readonly grantId: Id<'grant'>;
  /** A later last day than the role has; null: until it is ended. */
  readonly throughDay: Day | null;
  readonly reason: string;
};

export type RoleMisfit =
  | { readonly code: 'days-in-wrong-order' }
  | { readonly code: 'roles-incompatible'; readonly roles: readonly [Role, Role] };
export type RoleRequestRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'already-registered' }
  /** Roles are asked for by those who keep them for the same units. */
  | { readonly code: 'forbidden'; readonly permission: Permission }
  /** Nobody asks for a role of their own. */
  | { readonly code: 'four-eyes' }
  /** The same is asked for already, and waits. */
  | { readonly code: 'already-asked' }
  /** It ends later as it is. */
  | { readonly code: 'not-longer' }
  | RoleMisfit;

export type RoleFacts = {
  readonly change: RoleChange | undefined;
  readonly grant: Grant | undefined;
  /** Who is to have it. */
  readonly person: Person | undefined;
  /** All that the same person holds. */
  readonly held: readonly Grant[];
  /** Changes of the same person's roles that wait. */
  readonly waiting: readonly RoleChange[];
  /** All grants of the role of administrator, also those that have ended. */
  readonly administrators: readonly Grant[];
};
type When = { readonly today: Day; readonly atMs: number };

/**
 * Asks that a person be given a role, from and through two days. Four eyes: it is in force when a second person has approved it. Only
 * the first other administrator of all units is given by the one who stands alone.
 *
 * Source: docs/rules.md, four eyes and separation of duties; docs/adr/0015.
 */
export function decideRoleRequest(
  facts: RoleFacts,
  { changeId, reason, throughDay, ...asked }: RequestRole,
  by: Actor,
  when: When,
): Result<readonly AccessEvent[], RoleRequestRejection> {
  if (facts.person?.human !== true) return err({ code: 'not-found' });
  if (facts.grant !== undefined || facts.change !== undefined) return err({ code: 'already-registered' });
  const wanted: WantedRole = { kind: 'grant', ...asked, ...(throughDay !== null && { throughDay }) };
  return request(facts, { changeId, wanted, reason }, by, when);
}

/** Asks that a role last longer than it does: as for giving it anew. */
export function decideLongerRoleRequest(
  facts: RoleFacts,
  { changeId, grantId, throughDay, reason }: RequestLongerRole,
  by: Actor,
  when: When,
): Result<readonly AccessEvent[], RoleRequestRejection> {
  const { grant } = facts;
  if (grant === undefined || grant.role === 'program') return err({ code: 'not-found' });
  if (facts.change !== undefined) return err({ code: 'already-registered' });
  const { personId, role, within, fromDay, throughDay: wasThrough } = grant;
  if (wasThrough === undefined || (throughDay !== null && throughDay <= wasThrough)) return err({ code: 'not-longer' });
  const days = { fromDay, wasThrough, ...(throughDay !== null && { throughDay }) };
  const wanted: WantedRole = { kind: 'lengthen', grantId, personId, role, within, ...days };
  return request(facts, { changeId, wanted, reason }, by, when);
}

function request(
  { held, waiting, administrators }: RoleFacts,
  { changeId: id, wanted, reason }: { readonly changeId: RoleChange['id']; readonly wanted: WantedRole; readonly reason: string },
  by: Actor,
  { today, atMs }: When,
): Result<readonly AccessEvent[], RoleRequestRejection> {
  if (!administers(by, wanted.within, today)) return err({ code: 'forbidden', permission: 'access.manage' });
  if (wanted.personId === by.id) return err({ code: 'four-eyes' });
  if (waiting.some((other) => isSame(other, wanted))) return err({ code: 'already-asked' });
  const misfit = misfitOf(held, wanted, today);
  if (misfit !== undefined) return err(misfit);
  const asked = {
    on: 'roleChange',
    id,
    type: 'role-requested',
    ...wanted,
    reason,
    requestedBy: by.id,
    requestedAtMs: atMs,
  } as const;
  const isGivenAlone = administersAll(wanted) && standsAlone(by.id, administrators);
  return ok(isGivenAlone ? [asked, ...approvalOf({ id, ...wanted }, by.id, { today, atMs })] : [asked]);
}

const isSame = (one: WantedRole, other: WantedRole): boolean =>
  one.kind === other.kind && one.role === other.role && one.within === other.within;

/** Why it cannot be in force beside what the person holds, from today on. */
export function misfitOf(held: readonly Grant[], wanted: WantedRole, today: Day): RoleMisfit | undefined {
  const { throughDay } = wanted;
  const fromDay = beginningOf(wanted, today);
  if (throughDay !== undefined && throughDay < fromDay) return { code: 'days-in-wrong-order' };
  const others = held.filter(({ id }) => id !== wanted.grantId);
  const other = inTheWayOf({ ...wanted, fromDay }, others);
  return other && { code: 'roles-incompatible', roles: [wanted.role, other.role] };
}

/** A role is in force from no earlier day than the one on which it is approved. */
const beginningOf = ({ kind, fromDay }: WantedRole, today: Day): Day =>
  kind === 'lengthen' || fromDay > today ? fromDay : today;

/** A change is approved, and in force. */
export function approvalOf(
  { id, ...wanted }: WantedRole & Pick<RoleChange, 'id'>,
  by: PersonId,
  { today, atMs }: When,
): readonly AccessEvent[] {
  const { kind, grantId, personId, role, within, throughDay } = wanted;
  const approved = { on: 'roleChange', id, type: 'role-change-approved', by, atMs } as const;
  const days = { fromDay: beginningOf(wanted, today), ...(throughDay !== undefined && { throughDay }) };
  return [
    approved,
    kind === 'grant'
      ? { on: 'grant', id: grantId, type: 'role-granted', personId, role, within, ...days }
      : { on: 'grant', id: grantId, type: 'role-lengthened', ...(throughDay !== undefined && { throughDay }) },
  ];
}
