import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import type { Grant, Person, Role } from './access.ts';
import type { RoleChange } from './role-change.ts';

type OnGrant<Type extends string> = { readonly on: 'grant'; readonly id: Id<'grant'>; readonly type: Type };

/** What can happen to people and their roles. */
export type AccessEvent =
  | {
      readonly on: 'person';
      readonly id: PersonId;
      readonly type: 'person-added';
      readonly name: string;
      readonly initials: string;
      readonly human: boolean;
    }
  | (OnGrant<'role-granted'> & {
      readonly personId: PersonId;
      readonly role: Role;
      /** Missing in what was written before units: for all of them. */
      readonly within?: string;
      readonly fromDay: Day;
      readonly throughDay?: Day;
    })
  | (OnGrant<'role-ended'> & { readonly throughDay: Day })
  /** Missing: until it is ended. */
  | (OnGrant<'role-lengthened'> & { readonly throughDay?: Day })
  | OnChange<'role-requested', Asked>
  | OnChange<'role-change-approved', { readonly by: PersonId; readonly atMs: number }>
  | OnChange<'role-change-refused', { readonly by: PersonId; readonly atMs: number; readonly refusal: string }>
  | OnChange<'role-change-withdrawn'>;

type OnChange<Type extends string, Facts = object> = {
  readonly on: 'roleChange';
  readonly id: RoleChange['id'];
  readonly type: Type;
} & Facts;
type Asked = Omit<Extract<RoleChange, { state: 'pending' }>, 'id' | 'rev' | 'state'>;

export const evolvePerson = (_: Person | undefined, event: Extract<AccessEvent, { on: 'person' }>): Person => ({
  id: event.id,
  rev: 1,
  name: event.name,
  initials: event.initials,
  human: event.human,
});

export function evolveGrant(grant: Grant | undefined, event: Extract<AccessEvent, { on: 'grant' }>): Grant {
  if (event.type === 'role-granted') {
    const { on: _, type: __, within = 'all', ...facts } = event;
    return { ...facts, rev: 1, within };
  }
  assert(grant !== undefined, 'a role is granted before it ends');
  const { throughDay: _, ...rest } = grant;
  return { ...rest, rev: grant.rev + 1, ...(event.throughDay !== undefined && { throughDay: event.throughDay }) };
}

export function evolveRoleChange(before: RoleChange | undefined, event: Extract<AccessEvent, { on: 'roleChange' }>): RoleChange {
  if (event.type === 'role-requested') {
    const { on, type, ...asked } = event;
    return { ...asked, rev: 1, state: 'pending' };
  }
  assert(before?.state === 'pending', 'only a change that waits goes on');
  const next = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'role-change-approved':
      return { ...next, state: 'approved', decidedBy: event.by, decidedAtMs: event.atMs };
    case 'role-change-refused':
      return { ...next, state: 'refused', decidedBy: event.by, decidedAtMs: event.atMs, refusal: event.refusal };
    case 'role-change-withdrawn':
      return { ...next, state: 'withdrawn' };
    default:
      return unreachable(event);
  }
}
