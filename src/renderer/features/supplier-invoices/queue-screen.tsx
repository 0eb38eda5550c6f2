import { type ReactNode, useCallback, useMemo } from 'react';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { queues } from '../../../shared/domain/supplier-invoices/index.ts';
import { type QueueView, useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useStored } from '../../use-stored.ts';
import { queueColumns, sortOfColumn } from './queue-columns.tsx';
import { useQueueRows } from './use-queue-rows.ts';

type Props = {
  /** The row that was open last gets the focus. */
  readonly cameFrom: string | undefined;
  readonly addFiles: ReactNode;
};

const views = ['to-verify', ...queues.filter((name) => name !== 'to-verify'), 'all'] as const;
const usualView: QueueView = { queue: 'to-verify', sort: 'received', descending: false };

/** The baskets (korgar): what there is to verify, and what became of the rest. */
export function QueueScreen({ cameFrom, addFiles }: Props) {
  const t = useText();
  const go = useGo();
  const { person, today } = useSession();
  const [view, setView] = useStored<QueueView>(`queue.${person.id}`, usualView);
  const { rows, newCount, showNew, fetchMore, hasMore, isLoading } = useQueueRows(view);
  const { data: counts } = useEngineQuery('queue/counts', {});
  const { data: intake } = useEngineQuery('intake/status', {});
  const columns = useMemo(() => queueColumns(view.queue, t, today), [view.queue, t, today]);
  const open = useCallback((row: QueueRow) => go({ at: 'invoice', invoiceId: row.id, view }), [go, view]);
  const step = (by: number) => {
    const next = views[(views.indexOf(view.queue) + by + views.length) % views.length];
    if (next !== undefined) setView({ ...view, queue: next });
  };
  useKeys({
    showNew,
    openNext: () => (rows[0] === undefined ? false : open(rows[0])),
    previousView: () => step(-1),
    nextView: () => step(1),
  });

  const tabs = views.map((name) => {
    const counted = counts?.[name];
    const count = counted && (counted.capped ? fill(t.queueScreen.capped, { count: counted.count }) : String(counted.count));
    return { name, text: t.queue[name], count };
  });
  const count = counts?.[view.queue];
  return (
    <Screen
      title={t.queueScreen.title}
      tabs={
        <Tabs label={t.queueScreen.views} tabs={tabs} chosen={view.queue} onChoose={(queue) => setView({ ...view, queue })} />
      }
      actions={
        <>
          {newCount > 0 && (
            <Button look="subtle" hint="Ctrl+Shift+N" onClick={showNew}>
              {`${fillPlural(t.queueScreen.newArrivals, newCount)} – ${t.queueScreen.showNew}`}
            </Button>
          )}
          {addFiles}
          {view.queue === 'to-verify' && rows[0] !== undefined && (
            <Button look="primary" hint="Ctrl+Enter" onClick={() => rows[0] && open(rows[0])}>
              {t.queueScreen.openNext}
            </Button>
          )}
        </>
      }
    >
      {rows.length === 0 && !isLoading ? (
        <EmptyState
          icon={<AllDoneIcon aria-hidden />}
          title={t.queueScreen.empty[counts?.all.count === 0 ? 'all' : view.queue]}
          hint={intake && fill(t.queueScreen.emptyHint, { folder: intake.watchedFolder })}
        />
      ) : (
        <DataTable
          key={`${view.queue}`}
          name={`${t.queueScreen.table}: ${t.queue[view.queue]}`}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          rowCount={hasMore ? (count?.capped ? undefined : count?.count) : rows.length}
          onOpen={open}
          onNearEnd={fetchMore}
          sort={{ columnId: view.sort, descending: view.descending }}
          onSort={(columnId) => {
            const sort = sortOfColumn[columnId];
            if (sort !== undefined) setView({ ...view, sort, descending: sort === view.sort ? !view.descending : false });
          }}
          sortWords={{ ascending: t.queueScreen.ascending, descending: t.queueScreen.descending, hint: t.queueScreen.sortHint }}
          startKey={cameFrom}
          takesFocus
        />
      )}
    </Screen>
  );
}

const rowKey = (row: QueueRow): string => row.id;
