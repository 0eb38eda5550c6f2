import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Person } from './access.ts';
import type { AccessEvent } from './events.ts';

export type AddPerson = { readonly personId: PersonId; readonly name: string; readonly initials: string };
export type AddPersonRejection = { readonly code: 'already-registered' } | { readonly code: 'name-missing' };

/** Adds someone who works here, without any role yet. */
export function decideNewPerson(
  person: Person | undefined,
  { personId, name, initials }: AddPerson,
): Result<readonly AccessEvent[], AddPersonRejection> {
  if (person !== undefined) return err({ code: 'already-registered' });
  if (name.trim() === '' || initials.trim() === '') return err({ code: 'name-missing' });
  const added = { name: name.trim(), initials: initials.trim(), human: true };
  return ok([{ on: 'person', id: personId, type: 'person-added', ...added }]);
}
