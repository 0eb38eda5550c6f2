import { type ReactNode, useMemo, useState } from 'react';
import type { Id, SupplierId } from '../../../shared/base/ids.ts';
import type { ChangeFolder, ImportedChanges, RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon, BuildingIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { changeColumns } from './change-columns.tsx';
import { ChangeDetail } from './change-detail.tsx';
import { ImportGroup } from './import-group.tsx';

type Props = {
  readonly changeId: Id<'registerChange'> | undefined;
  /** What is known of the supplier from registers and warning lists: another feature's. */
  readonly controls: (supplierId: SupplierId) => ReactNode;
};
const mostRows = 500;
const mostImports = 50;

/** Väntar på min kontroll: sensitive changes that somebody asked for, the oldest first, and those that are settled. */
export function ChangesScreen({ changeId, controls }: Props) {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const { person, today } = useSession();
  const [folder, setFolder] = useState<ChangeFolder | 'imports'>('pending');
  const { data: imports } = useEngineQuery('register-changes/imports', { limit: mostImports });
  const { data: pending } = useEngineQuery('register-changes/list', { folder: 'pending', limit: mostRows });
  const { data: decided } = useEngineQuery('register-changes/list', { folder: 'decided', limit: mostRows });
  const rows = (folder === 'pending' ? pending : decided) ?? none;
  /** The one that was shown first, where none was asked for. What is settled stays in view, so that no other is decided by the same press. */
  const [first, setFirst] = useState<Id<'registerChange'>>();
  if (first === undefined && pending?.[0] !== undefined) setFirst(pending[0].change.id);
  const chosen = useMemo(
    () => [...(pending ?? none), ...(decided ?? none)].find(({ change }) => change.id === (changeId ?? first)),
    [pending, decided, changeId, first],
  );
  const columns = useMemo(() => changeColumns(t, person.id, today), [t, person.id, today]);
  const isEmpty = rows.length === 0 && pending !== undefined && decided !== undefined;
  return (
    <Screen
      title={t.change.title}
      tabs={
        <Tabs
          label={t.change.views}
          chosen={folder}
          onChoose={setFolder}
          tabs={[
            { name: 'pending', text: t.change.pending, count: pending && String(pending.length) },
            ...(imports !== undefined && imports.length > 0
              ? [
                  {
                    name: 'imports' as const,
                    text: t.changesOfImport.tab,
                    count: String(imports.reduce((sum, { waiting }) => sum + waiting, 0)),
                  },
                ]
              : []),
            { name: 'decided', text: t.change.decided },
          ]}
        />
      }
    >
      {folder === 'imports' ? (
        <ImportGroup
          groups={imports ?? noImports}
          detail={(row) => (
            <ChangeDetail key={row.change.id} row={row} findings={row.findings} controls={controls(row.change.supplierId)} />
          )}
        />
      ) : (
        <SideBySide
          even
          left={
            isEmpty ? (
              <EmptyState
                icon={<AllDoneIcon aria-hidden />}
                title={folder === 'pending' ? t.change.nonePending : t.change.noneDecided}
                {...(folder === 'pending' && { hint: t.change.nonePendingHint })}
              />
            ) : (
              <DataTable
                key={folder}
                name={t.change.table}
                rows={rows}
                columns={columns}
                rowKey={rowKey}
                takesFocus
                startKey={chosen?.change.id}
                onOpen={({ change }) => go({ at: 'changes', changeId: change.id })}
                sortWords={sortWords}
              />
            )
          }
          right={
            chosen === undefined ? (
              <EmptyState icon={<BuildingIcon aria-hidden />} title={t.change.pick} />
            ) : (
              <ChangeDetail key={chosen.change.id} row={chosen} controls={controls(chosen.change.supplierId)} />
            )
          }
        />
      )}
    </Screen>
  );
}

const none: readonly RegisterChangeRow[] = [];
const noImports: readonly ImportedChanges[] = [];
const rowKey = ({ change }: RegisterChangeRow): string => change.id;
