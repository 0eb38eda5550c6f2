import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import { showMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon, SearchIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { changeRow, controlRow, type RegisterKind, type RegisterRow, registerKinds, twinRow } from './register-queue-rows.ts';

const most = 500;
const shownKinds = ['all', ...registerKinds] as const;

/** Registerkö: what waits in the registers in one list: changes that a second person has to see, controls to handle, suppliers that may be one. */
export function RegisterQueueScreen() {
  const t = useText();
  const go = useGo();
  const sortWords = useSortWords();
  const { person, today } = useSession();
  const [kind, setKind] = useState<RegisterKind | 'all'>('all');
  const { data: changes } = useEngineQuery('register-changes/list', { folder: 'pending', limit: most });
  const { data: inbox } = useEngineQuery('supplier-control/inbox', { folder: 'due', after: null, limit: most });
  const { data: twins } = useEngineQuery('registers/twins', { from: 0, limit: most });
  const all = useMemo(
    () => [
      ...(changes ?? []).map((row) => changeRow(row, person.id, t)),
      ...(inbox?.rows ?? []).map((row) => controlRow(row, t)),
      ...(twins?.pairs ?? []).map((pair) => twinRow(pair, t)),
    ],
    [changes, inbox, twins, person.id, t],
  );
  const rows = useMemo(() => all.filter((row) => kind === 'all' || row.kind === kind), [all, kind]);
  const columns = useMemo(() => registerColumns(t, today), [t, today]);
  const step = (by: number) =>
    setKind(shownKinds[(shownKinds.indexOf(kind) + by + shownKinds.length) % shownKinds.length] ?? 'all');
  useKeys({ previousView: () => step(-1), nextView: () => step(1) });
  const isHere = changes !== undefined && inbox !== undefined && twins !== undefined;
  return (
    <Screen
      title={t.registerQueue.title}
      tabs={
        <Tabs
          label={t.registerQueue.views}
          chosen={kind}
          onChoose={setKind}
          tabs={shownKinds.map((name) => ({
            name,
            text: name === 'all' ? t.registerQueue.all : t.registerQueue.kind[name],
            ...(isHere && { count: String(all.filter((row) => name === 'all' || row.kind === name).length) }),
          }))}
        />
      }
      actions={
        <Button icon={<SearchIcon aria-hidden />} onClick={() => go({ at: 'register-twins' })}>
          {t.registerQueue.findTwins}
        </Button>
      }
    >
      {!isHere ? null : rows.length === 0 ? (
        <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.registerQueue.empty[kind]} hint={t.registerQueue.emptyHint} />
      ) : (
        <DataTable
          key={kind}
          name={t.registerQueue.table}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          onOpen={({ place }) => go(place)}
          sortWords={sortWords}
          takesFocus
        />
      )}
    </Screen>
  );
}

const rowKey = ({ key }: RegisterRow): string => key;

function registerColumns(t: Texts, today: Day): readonly Column<RegisterRow>[] {
  const { columns, oneKind } = t.registerQueue;
  const since = ({ sinceMs }: RegisterRow) => (sinceMs === null ? t.common.none : showMoment(sinceMs, today, t));
  return [
    {
      id: 'supplier',
      header: columns.supplier,
      width: 12,
      grow: 2,
      text: ({ supplier }) => supplier,
      cell: ({ supplier }) => supplier,
    },
    { id: 'kind', header: columns.kind, width: 11, text: ({ kind }) => oneKind[kind], cell: ({ kind }) => oneKind[kind] },
    { id: 'about', header: columns.about, width: 12, grow: 3, text: ({ about }) => about, cell: ({ about }) => about },
    {
      id: 'state',
      header: columns.state,
      width: 12,
      grow: 2,
      text: ({ state }) => state,
      cell: ({ state, sign }) => <Sign kind={sign}>{state}</Sign>,
    },
    { id: 'since', header: columns.since, width: 10.5, text: since, cell: since },
  ];
}
