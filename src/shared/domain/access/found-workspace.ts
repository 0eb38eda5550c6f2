import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Grant, Person, Role } from './access.ts';

export type AccessEvent =
  | {
      readonly on: 'person';
      readonly id: PersonId;
      readonly type: 'person-added';
      readonly name: string;
      readonly initials: string;
      readonly human: boolean;
    }
  | {
      readonly on: 'grant';
      readonly id: Id<'grant'>;
      readonly type: 'role-granted';
      readonly personId: PersonId;
      readonly role: Role;
      readonly fromDay: Day;
    };

export type FoundWorkspace = {
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly initials: string;
    readonly human: boolean;
    readonly grants: readonly { readonly id: Id<'grant'>; readonly role: Role }[];
  }[];
};
export type FoundingRejection = { readonly code: 'already-founded' } | { readonly code: 'no-administrator' };

/** The first people of an empty workspace. Only once: afterwards roles are changed by an administrator. */
export function decideFounding(
  anyone: readonly Person[],
  command: FoundWorkspace,
  today: Day,
): Result<readonly AccessEvent[], FoundingRejection> {
  if (anyone.length > 0) return err({ code: 'already-founded' });
  const hasAdministrator = command.people.some((person) => person.grants.some((grant) => grant.role === 'administrator'));
  if (!hasAdministrator) return err({ code: 'no-administrator' });
  return ok(
    command.people.flatMap(({ id, name, initials, human, grants }): AccessEvent[] => [
      { on: 'person', id, type: 'person-added', name, initials, human },
      ...grants.map(
        (grant): AccessEvent => ({
          on: 'grant',
          id: grant.id,
          type: 'role-granted',
          personId: id,
          role: grant.role,
          fromDay: today,
        }),
      ),
    ]),
  );
}

export const evolvePerson = (_: Person | undefined, event: Extract<AccessEvent, { on: 'person' }>): Person => ({
  id: event.id,
  rev: 1,
  name: event.name,
  initials: event.initials,
  human: event.human,
});

export const evolveGrant = (_: Grant | undefined, event: Extract<AccessEvent, { on: 'grant' }>): Grant => ({
  id: event.id,
  rev: 1,
  personId: event.personId,
  role: event.role,
  fromDay: event.fromDay,
});
