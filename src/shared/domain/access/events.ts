import { assert } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import type { Grant, Person, Role } from './access.ts';

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
  | (OnGrant<'role-ended'> & { readonly throughDay: Day });

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
  return { ...grant, rev: grant.rev + 1, throughDay: event.throughDay };
}
