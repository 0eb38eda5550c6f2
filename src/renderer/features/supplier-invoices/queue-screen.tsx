import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { queues } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { type QueueView, useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { arrangeColumns } from '../../ui/data-table-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { useSyncStatus } from '../../use-sync.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { QueueBar } from './queue-bar.tsx';
import { queueColumns, sortOfColumn, usualColumns } from './queue-columns.tsx';
import { SweepOffer } from './sweep-offer.tsx';
import { useChosenRows } from './use-chosen-rows.ts';
import { useNextWork } from './use-next-work.ts';
import { useQueueRows } from './use-queue-rows.ts';
import { useQueueView } from './use-queue-view.ts';

type Props = {
  /** What somebody asked to see; undefined: what one looked at last. */
  readonly view: QueueView | undefined;
  /** The row that was open last gets the focus. */
  readonly cameFrom: string | undefined;
  readonly addFiles: ReactNode;
};

const tabNames = ['to-verify', ...queues.filter((name) => name !== 'to-verify'), 'all'] as const;
const nothing: ReadonlySet<string> = new Set();

/** The baskets (korgar): what there is to verify, and what became of the rest; any view of them, by a filter. */
export function QueueScreen({ view: asked, cameFrom, addFiles }: Props) {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const say = useSay();
  const { person, today } = useSession();
  const { view, setView, open: openQueue, arrange, columns: arranged, views, save } = useQueueView(asked);
  const { rows, from, length, newCount, showNew, onView, isLoading, gap } = useQueueRows(view);
  const { data: counts } = useEngineQuery('queue/counts', {});
  const { data: intake } = useEngineQuery('intake/status', {});
  const status = useSyncStatus();
  const next = useNextWork(view);
  const [chosen, setChosen] = useState(nothing);
  const [showsColumns, setShowsColumns] = useState(false);
  const all = useMemo(() => queueColumns(t, today), [t, today]);
  const stand = arranged.length === 0 ? usualColumns(view.queue, status?.kind === 'joined') : arranged;
  const columns = useMemo(() => arrangeColumns(all, stand), [all, stand]);
  const open = useCallback((row: QueueRow) => go({ at: 'invoice', invoiceId: row.id, view }), [go, view]);
  const filterBy = useCallback((filter: string) => setView({ ...view, filter }), [setView, view]);
  const step = (by: number) => {
    const name = tabNames[(tabNames.indexOf(view.queue) + by + tabNames.length) % tabNames.length];
    if (name !== undefined) openQueue(name);
  };
  useKeys({
    showNew,
    openNext: next.open,
    previousView: () => step(-1),
    nextView: () => step(1),
  });

  const tabs = tabNames.map((name) => {
    const counted = counts?.[name];
    const count = counted && (counted.capped ? fill(t.queueScreen.capped, { count: counted.count }) : String(counted.count));
    return { name, text: t.queue[name], count };
  });
  const isFiltered = (view.filter ?? '') !== '';
  const chosenRows = useChosenRows(rows, from, chosen);
  return (
    <Screen
      title={t.queueScreen.title}
      tabs={<Tabs label={t.queueScreen.views} tabs={tabs} chosen={view.queue} onChoose={(queue) => openQueue(queue)} />}
      actions={
        <>
          {newCount > 0 && (
            <Button look="subtle" hint="Ctrl+Shift+N" onClick={showNew}>
              {`${fillPlural(t.queueScreen.newArrivals, newCount)} – ${t.queueScreen.showNew}`}
            </Button>
          )}
          {addFiles}
          <SweepOffer />
          {next.says !== undefined && (
            <Button look="primary" hint={`${next.says} (Ctrl+Enter)`} onClick={next.open}>
              {t.work.next}
            </Button>
          )}
        </>
      }
    >
      <TableFrame
        above={
          <>
            <QueueBar
              view={view}
              views={views}
              person={person.id}
              onFilter={filterBy}
              onView={(change) => setView({ ...view, ...change })}
              onSave={save}
              onColumns={() => setShowsColumns(true)}
            />
            {gap !== null && (
              <Notice kind="warning">
                {gap.code === 'year-not-set' ? fill(t.calendars.gap[gap.code], { year: gap.year }) : t.calendars.gap[gap.code]}
              </Notice>
            )}
            <BulkBar rows={chosenRows} onClear={() => setChosen(nothing)} />
          </>
        }
      >
        {length === 0 && !isLoading ? (
          <EmptyState
            icon={<AllDoneIcon aria-hidden />}
            title={isFiltered ? t.views.nothing : t.queueScreen.empty[counts?.all.count === 0 ? 'all' : view.queue]}
            hint={isFiltered ? t.views.nothingHint : intake && fill(t.queueScreen.emptyHint, { folder: intake.watchedFolder })}
          />
        ) : (
          <DataTable
            key={view.queue}
            name={`${t.queueScreen.table}: ${t.queue[view.queue]}`}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            from={from}
            length={length}
            onOpen={open}
            choice={{ keys: chosen, onChange: setChosen }}
            onView={onView}
            onCopied={(copied) => say('note', fillPlural(t.grid.copied, copied))}
            sort={{ columnId: view.sort, descending: view.descending }}
            onSort={(columnId) => {
              const sort = sortOfColumn[columnId];
              if (sort !== undefined) arrange({ sort, descending: sort === view.sort ? !view.descending : false });
            }}
            sortWords={sortWords}
            startKey={cameFrom}
            takesFocus
          />
        )}
      </TableFrame>
      {showsColumns && (
        <ColumnsPanel
          all={all}
          arranged={stand}
          onArrange={(wanted) => arrange({ columns: wanted })}
          onClose={() => setShowsColumns(false)}
        />
      )}
    </Screen>
  );
}

const rowKey = (row: QueueRow): string => row.id;
