import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Grant, Permission } from './access.ts';
import type { AccessEvent } from './events.ts';
import { approvalOf, misfitOf, type RoleMisfit } from './request-role.ts';
import { type Actor, administers, administersAll, holdsWithin, type RoleChange } from './role-change.ts';

export type DecideRole = {
  readonly changeId: RoleChange['id'];
  /** Null: approved. Else it is refused, and this is why. */
  readonly refusal: string | null;
};
export type WithdrawRole = { readonly changeId: RoleChange['id'] };

type StateRejection = { readonly code: 'not-found' } | { readonly code: 'wrong-state'; readonly state: RoleChange['state'] };
export type RoleWithdrawalRejection = StateRejection | { readonly code: 'not-yours' };
export type RoleDecisionRejection =
  | StateRejection
  /** Roles are decided on by those who keep them for the same units. */
  | { readonly code: 'forbidden'; readonly permission: Permission }
  /** The one who decides asked for it, or is to have it. */
  | { readonly code: 'four-eyes' }
  /** The role's last day is another than when it was asked for, or the role is there already. */
  | { readonly code: 'changed-meanwhile' }
  | RoleMisfit;

/**
 * Approves or refuses a change of roles; an approved one is in force from then on.
 *
 * Four eyes: nobody decides on what they asked for, or on what they are to have, whatever road the command came by. The second person
 * administers the same units; where only one administrator of all units is left, whoever approves payments or changes of registers for
 * all units may let in another, for that is nobody whom an administrator can have made up alone.
 * Source: docs/rules.md, four eyes and separation of duties; docs/adr/0015.
 */
export function decideRoleChange(
  facts: {
    readonly change: RoleChange | undefined;
    readonly grant: Grant | undefined;
    /** All that the receiver holds. */
    readonly held: readonly Grant[];
    readonly administrators: readonly Grant[];
  },
  { refusal }: DecideRole,
  by: Actor,
  { today, atMs }: { readonly today: Day; readonly atMs: number },
): Result<readonly AccessEvent[], RoleDecisionRejection> {
  const { change, grant, held, administrators } = facts;
  if (change === undefined) return err({ code: 'not-found' });
  if (change.state !== 'pending') return err({ code: 'wrong-state', state: change.state });
  if (!maySecond(by, change, administrators, today)) return err({ code: 'forbidden', permission: 'access.decide' });
  if (by.id === change.requestedBy || by.id === change.personId) return err({ code: 'four-eyes' });
  if (refusal !== null) return ok([{ on: 'roleChange', id: change.id, type: 'role-change-refused', by: by.id, atMs, refusal }]);
  if (grant?.throughDay !== change.wasThrough || (grant === undefined) !== (change.kind === 'grant'))
    return err({ code: 'changed-meanwhile' });
  const misfit = misfitOf(held, change, today);
  return misfit === undefined ? ok(approvalOf(change, by.id, { today, atMs })) : err(misfit);
}

/** Takes it back. Only the one who asked for it does. */
export function decideRoleWithdrawal(
  change: RoleChange | undefined,
  by: PersonId,
): Result<readonly AccessEvent[], RoleWithdrawalRejection> {
  if (change === undefined) return err({ code: 'not-found' });
  if (change.state !== 'pending') return err({ code: 'wrong-state', state: change.state });
  if (change.requestedBy !== by) return err({ code: 'not-yours' });
  return ok([{ on: 'roleChange', id: change.id, type: 'role-change-withdrawn' }]);
}

function maySecond(by: Actor, change: RoleChange, administrators: readonly Grant[], today: Day): boolean {
  if (administers(by, change.within, today)) return true;
  if (!administersAll(change)) return false;
  const left = administrators.filter((grant) => administersAll(grant) && isToCome(grant, today));
  const isOneLeft = new Set(left.map(({ personId }) => personId)).size <= 1;
  return isOneLeft && secondPairs.some((permission) => holdsWithin(by.grants, permission, 'all', today));
}

/** What no administrator may do besides: see incompatible-roles.ts. */
const secondPairs: readonly Permission[] = ['supplier-invoices.approve', 'register-changes.decide'];

const isToCome = ({ throughDay, fromDay }: Grant, today: Day): boolean =>
  throughDay === undefined || (throughDay >= today && throughDay >= fromDay);
