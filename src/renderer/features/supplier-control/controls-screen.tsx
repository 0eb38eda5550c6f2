import { useMemo, useState } from 'react';
import type { ControlCounts } from '../../../shared/contract/control-service.ts';
import type { ControlFindingRow, InboxFolder } from '../../../shared/contract/supplier-control.ts';
import { inboxFolders } from '../../../shared/contract/supplier-control.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon, UploadIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { controlColumns } from './control-columns.tsx';
import { FindingPane } from './finding-pane.tsx';
import { WarningListPanel } from './warning-list-panel.tsx';

const mostRows = 500;

/** Kontroller: what controls of suppliers remark on and somebody has to look at, what is put aside, what is done. */
export function ControlsScreen({ findingId }: { readonly findingId: ControlFindingRow['id'] | undefined }) {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const { today } = useSession();
  const [folder, setFolder] = useState<InboxFolder>('due');
  const [marked, setMarked] = useState<string | undefined>(findingId);
  const [takingList, setTakingList] = useState(false);
  const { data: counts } = useEngineQuery('supplier-control/counts', {});
  const mayNotHandle = useWhyNot('supplier-control.handle');
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
          tabs={inboxFolders.map((name) => ({
            name,
            text: t.controls.folder[name],
            ...(name === 'due' && counts !== undefined && { count: String(counts.due) }),
          }))}
        />
      }
      actions={
        <Button icon={<UploadIcon />} whyNot={mayNotHandle} onClick={() => setTakingList(true)}>
          {t.warningList.act}
        </Button>
      }
    >
      {inbox === undefined ? null : row === undefined && !takingList ? (
        <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.controls.empty[folder]} hint={t.controls.emptyHint[folder]} />
      ) : (
        <SideBySide
          left={
            <>
              {folder === 'due' && counts !== undefined && <DueNotice counts={counts} />}
              {inbox.next !== null && <Notice kind="info">{fill(t.controls.onlyFirst, { count: rows.length })}</Notice>}
              <DataTable
                key={folder}
                name={t.controls.table}
                rows={rows}
                columns={columns}
                rowKey={rowKey}
                onMark={({ id }) => setMarked(id)}
                startKey={row?.id}
                sortWords={sortWords}
                takesFocus
              />
            </>
          }
          right={
            takingList ? (
              <WarningListPanel onClose={() => setTakingList(false)} />
            ) : (
              row !== undefined && <FindingPane key={row.id} finding={row} />
            )
          }
        />
      )}
    </Screen>
  );
}

/** What of it is new, what a snooze brought back, and what a colleague has left to whoever looks. */
function DueNotice({ counts: { back, fresh, mine } }: { readonly counts: ControlCounts }) {
  const t = useText();
  const parts = [
    back > 0 && fillPlural(t.dueControls.back, back),
    fresh > 0 && fillPlural(t.dueControls.fresh, fresh),
    mine > 0 && fillPlural(t.dueControls.mine, mine),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : <Notice kind="info">{parts.join(' · ')}</Notice>;
}

const none: readonly ControlFindingRow[] = [];
const rowKey = ({ id }: ControlFindingRow): string => id;
