import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Person, Role } from './access.ts';
import type { AccessEvent } from './events.ts';
import { inTheWayOf } from './incompatible-roles.ts';

export type FoundWorkspace = {
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly initials: string;
    readonly human: boolean;
    readonly grants: readonly {
      readonly id: Id<'grant'>;
      readonly role: Role;
      /** The id of a unit; not said: all of them. */
      readonly within?: string | undefined;
    }[];
  }[];
};
export type FoundingRejection =
  | { readonly code: 'already-founded' }
  | { readonly code: 'no-administrator' }
  | { readonly code: 'roles-incompatible'; readonly roles: readonly [Role, Role] };
type Founded = Extract<AccessEvent, { readonly on: 'person' | 'grant' }>;

/** The first people of an empty workspace. Only once: afterwards roles are changed by an administrator. */
export function decideFounding(
  anyone: readonly Person[],
  command: FoundWorkspace,
  today: Day,
): Result<readonly Founded[], FoundingRejection> {
  if (anyone.length > 0) return err({ code: 'already-founded' });
  const people = command.people.map((person) => ({
    ...person,
    grants: person.grants.map(({ id, role, within = 'all' }) => ({ id, role, within, fromDay: today })),
  }));
  const hasAdministrator = people.some(({ grants }) =>
    grants.some(({ role, within }) => role === 'administrator' && within === 'all'),
  );
  if (!hasAdministrator) return err({ code: 'no-administrator' });
  for (const { grants } of people)
    for (const grant of grants) {
      const other = inTheWayOf(grant, grants);
      if (other !== undefined) return err({ code: 'roles-incompatible', roles: [grant.role, other.role] });
    }
  return ok(
    people.flatMap(({ id, name, initials, human, grants }): Founded[] => [
      { on: 'person', id, type: 'person-added', name, initials, human },
      ...grants.map((grant): Founded => ({ on: 'grant', type: 'role-granted', personId: id, ...grant })),
    ]),
  );
}
