import { z } from 'zod';
import { decideRemovingView, decideSavingView, type SaveView } from '../../domain/work-queue/index.ts';
import { command } from '../command.ts';
import { id, words } from '../schemas.ts';

const viewId = id<'savedView'>();
const saveInput: z.ZodType<SaveView> = z.object({
  viewId,
  name: words(60),
  filter: words(500),
  sort: words(40),
  descending: z.boolean(),
  columns: z
    .array(z.object({ id: words(40), widthEm: z.number().min(2).max(100).optional() }))
    .max(40)
    .transform((columns) => columns.map(({ id: name, widthEm }) => ({ id: name, ...(widthEm !== undefined && { widthEm }) }))),
  shared: z.boolean(),
  system: words(40).nullable(),
});

export const workQueueCommands = {
  'views/save': command({
    input: saveInput,
    permission: 'views.keep',
    class: 'provisional',
    load: (store, input) => store.get('savedView', input.viewId),
    decide: (view, input, { actor }) => decideSavingView(view, input, actor),
  }),
  'views/remove': command({
    input: z.object({ viewId }),
    permission: 'views.keep',
    class: 'provisional',
    load: (store, input) => store.get('savedView', input.viewId),
    decide: (view, _, { actor }) => decideRemovingView(view, actor),
  }),
};
