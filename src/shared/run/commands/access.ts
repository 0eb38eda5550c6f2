import { z } from 'zod';
import type { Id, PersonId } from '../../base/ids.ts';
import {
  decideEnding,
  decideFounding,
  decideLongerRoleRequest,
  decideNewPerson,
  decideRoleChange,
  decideRoleRequest,
  decideRoleWithdrawal,
  type FoundWorkspace,
  type HumanRole,
  humanRoles,
  type Role,
  roles,
} from '../../domain/access/index.ts';
import { command } from '../command.ts';
import { daySchema, id, reasonSchema, words } from '../schemas.ts';
import type { Store } from '../store.ts';

const personId = id<'person'>();
const grantId = id<'grant'>();
const changeId = id<'roleChange'>();
/** A unit's id, or `all`. */
const within = words(60).min(1);
// Both lists are made from a table that is not empty.
const anyRole = z.enum(roles as readonly [Role, ...Role[]]);
const humanRole = z.enum(humanRoles as readonly HumanRole[] as readonly [HumanRole, ...HumanRole[]]);

const foundInput: z.ZodType<FoundWorkspace> = z.object({
  people: z
    .array(
      z.object({
        id: personId,
        name: words(100),
        initials: words(4),
        human: z.boolean(),
        grants: z.array(z.object({ id: grantId, role: anyRole, within: within.optional() })).max(100),
      }),
    )
    .min(1)
    .max(100),
});

/** More than anyone holds: a rule on roles that go together must see them all. */
const allGrants = 10_000;
const grantsOf = (store: Store, person: string) => store.find('grant', 'byPerson', [person], allGrants);

export const accessCommands = {
  'access/found-workspace': command({
    input: foundInput,
    permission: null,
    class: 'online',
    load: (store) => store.find('person', 'all', [], 1),
    decide: (anyone, input, { today }) => decideFounding(anyone, input, today),
  }),
  'access/add-person': command({
    input: z.object({ personId, name: words(100), initials: words(4) }),
    permission: 'access.manage',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('person', input.personId),
    decide: decideNewPerson,
  }),
  /** In force when `access/decide-role` has said so; a command that one person alone must have given, so it carries that person's session. */
  'access/request-role': command({
    input: z.object({
      changeId,
      grantId,
      personId,
      role: humanRole,
      within,
      fromDay: daySchema,
      throughDay: daySchema.nullable(),
      reason: reasonSchema,
    }),
    permission: 'access.manage',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor }) => roleFacts(store, input, input.personId, actor),
    decide: ({ own, ...facts }, input, { actor, today, atMs }) =>
      decideRoleRequest(facts, input, { id: actor, grants: own }, { today, atMs }),
  }),
  'access/request-longer-role': command({
    input: z.object({ changeId, grantId, throughDay: daySchema.nullable(), reason: reasonSchema }),
    permission: 'access.manage',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor }) =>
      roleFacts(store, input, (await store.get('grant', input.grantId))?.personId ?? null, actor),
    decide: ({ own, ...facts }, input, { actor, today, atMs }) =>
      decideLongerRoleRequest(facts, input, { id: actor, grants: own }, { today, atMs }),
  }),
  'access/decide-role': command({
    input: z.object({ changeId, refusal: reasonSchema.nullable() }),
    permission: 'access.decide',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor }) => {
      const change = await store.get('roleChange', input.changeId);
      return {
        change,
        grant: change === undefined ? undefined : await store.get('grant', change.grantId),
        held: change === undefined ? [] : await grantsOf(store, change.personId),
        administrators: await administratorsOf(store),
        own: await grantsOf(store, actor),
      };
    },
    decide: ({ own, ...facts }, input, { actor, today, atMs }) =>
      decideRoleChange(facts, input, { id: actor, grants: own }, { today, atMs }),
  }),
  'access/withdraw-role': command({
    input: z.object({ changeId }),
    permission: 'access.manage',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('roleChange', input.changeId),
    decide: (change, _, { actor }) => decideRoleWithdrawal(change, actor),
  }),
  'access/end-role': command({
    input: z.object({ grantId, throughDay: daySchema }),
    permission: 'access.manage',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor }) => ({
      grant: await store.get('grant', input.grantId),
      administrators: await administratorsOf(store),
      own: await grantsOf(store, actor),
    }),
    decide: ({ own, ...facts }, input, { actor, today }) => decideEnding(facts, input, { id: actor, grants: own }, today),
  }),
};

const administratorsOf = (store: Store) => store.find('grant', 'byRole', ['administrator'], allGrants);

async function roleFacts(
  store: Store,
  input: { readonly changeId: Id<'roleChange'>; readonly grantId: Id<'grant'> },
  receiver: PersonId | null,
  actor: PersonId,
) {
  return {
    change: await store.get('roleChange', input.changeId),
    grant: await store.get('grant', input.grantId),
    person: receiver === null ? undefined : await store.get('person', receiver),
    held: receiver === null ? [] : await grantsOf(store, receiver),
    waiting: await store.find('roleChange', 'byPersonAndState', [receiver, 'pending'], allGrants),
    administrators: await administratorsOf(store),
    own: await grantsOf(store, actor),
  };
}
