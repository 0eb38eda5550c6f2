import { z } from 'zod';
import { asId } from '../../base/ids.ts';
import {
  type DismissTwins,
  decideDismissal,
  decideProposingAgain,
  inOrder,
  twinRegisters,
} from '../../domain/register-twins/index.ts';
import { command } from '../command.ts';
import { id, reasonSchema } from '../schemas.ts';

const pairSchema = z.tuple([z.uuid(), z.uuid()]);
const dismissInput: z.ZodType<DismissTwins> = z.object({
  dismissalId: id<'dismissedTwins'>(),
  register: z.enum(twinRegisters),
  ids: pairSchema,
  reason: reasonSchema,
});

export const registerTwinCommands = {
  'registers/dismiss-twins': command({
    input: dismissInput,
    permission: 'suppliers.register',
    class: 'provisional',
    load: async (store, { register, ids }) => ({
      found: await Promise.all(ids.map((one) => store.get(register, asId<'supplier'>(one)))),
      earlier: await store.find('dismissedTwins', 'byPair', inOrder(ids), 1),
    }),
    decide: (facts, input, { actor, atMs }) => decideDismissal(facts, input, actor, atMs),
  }),
  'registers/propose-again': command({
    input: z.object({ register: z.enum(twinRegisters), ids: pairSchema }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, { ids }) => store.find('dismissedTwins', 'byPair', inOrder(ids), 1),
    decide: (dismissals, _, { actor }) => decideProposingAgain(dismissals, actor),
  }),
};
