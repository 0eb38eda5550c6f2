import { z } from 'zod';
import {
  decideEnding,
  decideFounding,
  decideGrant,
  decideNewPerson,
  type FoundWorkspace,
  type HumanRole,
  humanRoles,
  type Role,
  roles,
} from '../../domain/access/index.ts';
import { command } from '../command.ts';
import { daySchema, id, words } from '../schemas.ts';
import type { Store } from '../store.ts';

const personId = id<'person'>();
const grantId = id<'grant'>();
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
    load: (store, input) => store.get('person', input.personId),
    decide: decideNewPerson,
  }),
  'access/grant-role': command({
    input: z.object({ grantId, personId, role: humanRole, within, fromDay: daySchema, throughDay: daySchema.nullable() }),
    permission: 'access.manage',
    class: 'online',
    load: async (store, input, { actor }) => ({
      grant: await store.get('grant', input.grantId),
      person: await store.get('person', input.personId),
      held: await grantsOf(store, input.personId),
      own: await grantsOf(store, actor),
    }),
    decide: ({ own, ...facts }, input, { actor, today }) => decideGrant(facts, input, { id: actor, grants: own }, today),
  }),
  'access/end-role': command({
    input: z.object({ grantId, throughDay: daySchema }),
    permission: 'access.manage',
    class: 'online',
    load: async (store, input, { actor }) => {
      const grant = await store.get('grant', input.grantId);
      return {
        grant,
        held: grant === undefined ? [] : await grantsOf(store, grant.personId),
        administrators: await store.find('grant', 'byRole', ['administrator'], allGrants),
        own: await grantsOf(store, actor),
      };
    },
    decide: ({ own, ...facts }, input, { actor, today }) => decideEnding(facts, input, { id: actor, grants: own }, today),
  }),
};
