import { useMemo } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { QueueSort } from '../../../shared/contract/engine.ts';
import { queueSorts } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { ViewRow } from '../../../shared/contract/work-queue.ts';
import { type ViewColumn, writeFilter } from '../../../shared/domain/work-queue/index.ts';
import type { QueueView } from '../../navigation.ts';
import { usePreferences } from '../../preferences.ts';
import { useSession } from '../../session.ts';
import type { Language } from '../../text/languages.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useStored } from '../../use-stored.ts';

const usualView: QueueView = { queue: 'to-verify', sort: 'received', descending: false, filter: '' };
const none: readonly ViewRow[] = [];

/** What of a view is kept for the person, on every computer. */
type Arrangement = { readonly sort: QueueSort; readonly descending: boolean; readonly columns: readonly ViewColumn[] };

const asSort = (sort: string): QueueSort => queueSorts.find((one) => one === sort) ?? 'received';

/**
 * What the queue shows, and how; `asked`: what it begins with. Which view one looks at is remembered on this computer; how each queue is sorted and which columns it
 * has is a row of the person's own, and so follows the person.
 */
export function useQueueView(asked: QueueView | undefined) {
  const { person } = useSession();
  const execute = useExecute();
  const { preferences } = usePreferences();
  const { data: saved = none } = useEngineQuery('views/list', {});
  const [view, setView] = useStored<QueueView>(`queue.${person.id}`, usualView, asked);
  const own = useMemo(() => saved.filter(({ ownerId }) => ownerId === person.id), [saved, person.id]);
  const arranged = own.find(({ system }) => system === `queue:${view.queue}`);
  const columns = arranged?.columns ?? [];

  const open = (queue: QueueView['queue'], more: Partial<QueueView> = {}) => {
    const kept = own.find(({ system }) => system === `queue:${queue}`);
    const order =
      kept === undefined
        ? { sort: 'received' as const, descending: false }
        : { sort: asSort(kept.sort), descending: kept.descending };
    setView({ queue, filter: '', ...order, ...more });
  };
  const arrange = (change: Partial<Arrangement>) => {
    const next = { sort: view.sort, descending: view.descending, columns, ...change };
    setView({ ...view, sort: next.sort, descending: next.descending });
    const system = `queue:${view.queue}`;
    void execute('views/save', {
      viewId: arranged?.id ?? asId<'savedView'>(uuid()),
      ...{ name: system, filter: '', shared: false, system, ...next, columns: [...next.columns] },
    });
  };
  const save = (name: string, shared: boolean) =>
    execute('views/save', {
      viewId: asId<'savedView'>(uuid()),
      ...{
        name,
        filter: whole(view, preferences.language),
        sort: view.sort,
        descending: view.descending,
        columns: [],
        shared,
        system: null,
      },
    });
  const views = saved.filter(({ system }) => system === undefined);
  return { view, setView, open, arrange, columns, views, save };
}

/** A view's filter, the queue among it. */
function whole({ queue, filter = '' }: QueueView, language: Language): string {
  if (queue === 'all') return filter;
  const status = writeFilter([{ field: 'status', operator: '=', values: [queue], negated: false }], language);
  return filter === '' ? status : `${status} ${filter}`;
}
