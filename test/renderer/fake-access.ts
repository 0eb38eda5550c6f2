import type { Day } from '../../src/shared/base/day.ts';
import type { PersonId } from '../../src/shared/base/ids.ts';
import { err, ok, type Result } from '../../src/shared/base/result.ts';
import type { Notice } from '../../src/shared/contract/engine.ts';
import {
  type AccessEvent,
  decideEnding,
  decideLongerRoleRequest,
  decideNewPerson,
  decideRoleChange,
  decideRoleRequest,
  decideRoleWithdrawal,
  evolveGrant,
  evolvePerson,
  evolveRoleChange,
  type Grant,
  type Person,
  type RoleChange,
} from '../../src/shared/domain/access/index.ts';

/** Who works here, and what they have asked for, from the start. */
export type AccessStart = {
  readonly access?: {
    readonly people: readonly Person[];
    readonly grants: readonly Grant[];
    readonly changes?: readonly RoleChange[];
  };
};

/** People and roles by the domain's own rules. */
export function makeFakeAccess(
  { access = { people: [], grants: [] } }: AccessStart,
  today: Day,
  actor: PersonId,
  tell: (notice: Notice) => void,
) {
  const people = new Map<string, Person>(access.people.map((person) => [person.id, person]));
  const grants = new Map<string, Grant>(access.grants.map((grant) => [grant.id, grant]));
  const changes = new Map<string, RoleChange>((access.changes ?? []).map((change) => [change.id, change]));
  const heldBy = (id: string | undefined) => [...grants.values()].filter(({ personId }) => personId === id);
  const named = (id: string) => people.get(id)?.name ?? id;
  const apply = (event: AccessEvent): void => {
    if (event.on === 'person') people.set(event.id, evolvePerson(people.get(event.id), event));
    else if (event.on === 'grant') grants.set(event.id, evolveGrant(grants.get(event.id), event));
    else changes.set(event.id, evolveRoleChange(changes.get(event.id), event));
  };
  type Input = { readonly changeId: string; readonly grantId: string; readonly personId: string };
  const by = () => ({ id: actor, grants: heldBy(actor) });
  const when = { today, atMs: Date.UTC(2026, 10, 22, 10) };
  const facts = ({ changeId, grantId }: Input, receiver: string | undefined) => ({
    change: changes.get(changeId),
    grant: grants.get(grantId),
    person: people.get(receiver ?? ''),
    held: heldBy(receiver),
    waiting: [...changes.values()].filter(({ personId, state }) => personId === receiver && state === 'pending'),
    administrators: [...grants.values()].filter(({ role }) => role === 'administrator'),
  });
  const decide: { readonly [name: string]: (input: never) => Result<readonly AccessEvent[], unknown> } = {
    'access/add-person': (input: Input) => decideNewPerson(people.get(input.personId), input as never),
    'access/request-role': (input: Input) => decideRoleRequest(facts(input, input.personId), input as never, by(), when),
    'access/request-longer-role': (input: Input) =>
      decideLongerRoleRequest(facts(input, grants.get(input.grantId)?.personId), input as never, by(), when),
    'access/decide-role': (input: Input) => {
      const change = changes.get(input.changeId);
      const around = { ...facts({ ...input, grantId: change?.grantId ?? '' }, change?.personId), change };
      return decideRoleChange(around, input as never, by(), when);
    },
    'access/withdraw-role': ({ changeId }: Input) => decideRoleWithdrawal(changes.get(changeId), actor),
    'access/end-role': (input: Input) => decideEnding(facts(input, undefined), input as never, by(), today),
  };
  return {
    answers: {
      'access/people': () => [...people.values()].map((person) => ({ person, grants: heldBy(person.id) })),
      'access/changes': ({ folder }: { readonly folder: string }) =>
        [...changes.values()]
          .filter(({ state }) => (state === 'pending') === (folder === 'pending'))
          .map((change) => ({
            change,
            personName: named(change.personId),
            requestedByName: named(change.requestedBy),
            decidedByName: 'decidedBy' in change ? named(change.decidedBy) : null,
          })),
    } as { readonly [name: string]: (input: never) => unknown },
    /** Undefined: it is no command about people and roles. */
    execute: (name: string, input: unknown): Result<unknown, unknown> | undefined => {
      const decided = decide[name]?.(input as never);
      if (decided === undefined) return undefined;
      if (!decided.ok) return err(decided.error);
      for (const event of decided.value) apply(event);
      tell({ kind: 'changed', entities: ['person', 'grant', 'roleChange'] });
      return ok({ commandId: `access-${changes.size}` });
    },
  };
}
