import { z } from 'zod';
import { decideFounding, type FoundWorkspace, type Role, roles } from '../../domain/access/index.ts';
import { command } from '../command.ts';
import { id, words } from '../schemas.ts';

const foundInput: z.ZodType<FoundWorkspace> = z.object({
  people: z
    .array(
      z.object({
        id: id<'person'>(),
        name: words(100),
        initials: words(4),
        human: z.boolean(),
        grants: z.array(z.object({ id: id<'grant'>(), role: z.enum(roles as readonly [Role, ...Role[]]) })),
      }),
    )
    .min(1)
    .max(100),
});

export const accessCommands = {
  'access/found-workspace': command({
    input: foundInput,
    permission: null,
    class: 'online',
    load: (store) => store.find('person', 'all', [], 1),
    decide: (anyone, input, { today }) => decideFounding(anyone, input, today),
  }),
};
