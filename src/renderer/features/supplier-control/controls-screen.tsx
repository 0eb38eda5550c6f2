import { useMemo, useState } from 'react';
import type { ControlFindingRow, InboxFolder } from '../../../shared/contract/supplier-control.ts';
import { inboxFolders } from '../../../shared/contract/supplier-control.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { controlColumns } from './control-columns.tsx';
import { FindingPane } from './finding-pane.tsx';

const mostRows = 500;

/** Kontroller: what controls of suppliers remark on and somebody has to look at, what is put aside, what is done. */
export function ControlsScreen() {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const [folder, setFolder] = useState<InboxFolder>('due');
  const [marked, setMarked] = useState<string>();
  const { data: inbox } = useEngineQuery('supplier-control/inbox', { folder, after: null, limit: mostRows }, { fresh: true });
  const rows = inbox?.rows ?? none;
  const row = rows.find(({ id }) => id === marked) ?? rows[0];
  const columns = useMemo(() => controlColumns(folder, t, today), [folder, t, today]);
  const turn = (by: 1 | -1) => {
    const place = (inboxFolders.indexOf(folder) + by + inboxFolders.length) % inboxFolders.length;
    setFolder(inboxFolders[place] ?? 'due');
  };
  useKeys({
    previousView: () => turn(-1),
    nextView: () => turn(1),
    showSupplier: () => (row === undefined ? false : go({ at: 'suppliers', supplierId: row.supplierId })),
  });
  return (
    <Screen
      title={t.controls.title}
      tabs={
        <Tabs
          label={t.controls.folders}
          chosen={folder}
          onChoose={setFolder}
          tabs={inboxFolders.map((name) => ({ name, text: t.controls.folder[name] }))}
        />
      }
    >
      {inbox === undefined ? null : row === undefined ? (
        <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.controls.empty[folder]} hint={t.controls.emptyHint[folder]} />
      ) : (
        <SideBySide
          left={
            <>
              {inbox.next !== null && <Notice kind="info">{fill(t.controls.onlyFirst, { count: rows.length })}</Notice>}
              <DataTable
                key={folder}
                name={t.controls.table}
                rows={rows}
                columns={columns}
                rowKey={rowKey}
                onMark={({ id }) => setMarked(id)}
                startKey={row.id}
                sortWords={{
                  ascending: t.queueScreen.ascending,
                  descending: t.queueScreen.descending,
                  hint: t.queueScreen.sortHint,
                }}
                takesFocus
              />
            </>
          }
          right={<FindingPane key={row.id} finding={row} />}
        />
      )}
    </Screen>
  );
}

const none: readonly ControlFindingRow[] = [];
const rowKey = ({ id }: ControlFindingRow): string => id;
