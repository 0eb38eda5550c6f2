import { type ReactNode, useMemo, useState } from 'react';
import type { ImportedChange, ImportedChanges } from '../../../shared/contract/register-changes.ts';
import { type Together, together } from '../../../shared/domain/register-changes/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { importColumns, importSentences } from './import-words.tsx';
import { TogetherBar } from './together-bar.tsx';
import { useDecideTogether } from './use-decide-together.ts';

type Props = {
  readonly groups: readonly ImportedChanges[];
  readonly detail: (row: ImportedChange) => ReactNode;
};
const mostRows = 500;

/**
 * What one file asked for, looked through together: what nothing speaks against is chosen from the start, and decided together; what
 * something speaks against is decided by itself, beside the table.
 */
export function ImportGroup({ groups, detail }: Props) {
  const t = useText();
  const { today } = useSession();
  const [importId, setImportId] = useState(groups[0]?.importId ?? '');
  const group = groups.find((one) => one.importId === importId) ?? groups[0];
  if (group === undefined) return null;
  return (
    <OneImport key={group.importId} importId={group.importId} detail={detail}>
      {groups.length > 1 && (
        <SelectInput
          label={t.changesOfImport.which}
          value={group.importId}
          choices={groups.map((one) => ({
            value: one.importId,
            text: fill(t.changesOfImport.choice, { fileName: one.fileName, count: one.waiting }),
          }))}
          onChange={setImportId}
        />
      )}
      <strong role="status">{importSentences(group, today, t)}</strong>
      {group.waiting > mostRows && <span>{fill(t.changesOfImport.first, { count: mostRows })}</span>}
    </OneImport>
  );
}

type OneProps = Pick<Props, 'detail'> & { readonly importId: string; readonly children: ReactNode };

function OneImport({ importId, detail, children }: OneProps) {
  const t = useText();
  const sortWords = useSortWords();
  const { person, today } = useSession();
  const { data: waiting = none } = useEngineQuery('register-changes/of-import', { importId, limit: mostRows });
  const { outcomes, work, decide, stop } = useDecideTogether();
  /** Chosen and left out by hand; the rest by what speaks against it. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<string>();
  const rows = useMemo(
    () =>
      withSettled(
        waiting,
        [...outcomes.values()].map(({ row }) => row),
      ),
    [waiting, outcomes],
  );
  const standing = (row: ImportedChange): Together =>
    outcomes.get(row.change.id)?.whyNot === null ? 'alone' : together(row.change, row.findings, person.id);
  const isChosen = (row: ImportedChange): boolean => {
    const stands = standing(row);
    if (stands !== 'approve' && stands !== 'call-first') return false;
    return (stands === 'approve') !== turned.has(row.change.id);
  };
  const chosen = rows.filter(isChosen);
  const choose = (keys: ReadonlySet<string>) =>
    setTurned(new Set(rows.filter((row) => keys.has(rowKey(row)) !== (standing(row) === 'approve')).map(rowKey)));
  const columns = useMemo(() => importColumns(t, person.id, today, outcomes), [t, person.id, today, outcomes]);
  const row = rows.find((one) => rowKey(one) === marked) ?? rows[0];
  return (
    <TableFrame
      above={
        <>
          {children}
          <TogetherBar
            toApprove={chosen.filter((one) => standing(one) === 'approve')}
            chosen={chosen}
            outcomes={outcomes}
            work={work}
            onDecide={decide}
            onStop={stop}
          />
        </>
      }
    >
      <SideBySide
        even
        left={
          <DataTable
            name={t.changesOfImport.table}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            takesFocus
            choice={{ keys: new Set(chosen.map(rowKey)), onChange: choose }}
            onMark={(one) => setMarked(rowKey(one))}
            sortWords={sortWords}
          />
        }
        right={row === undefined ? null : detail(row)}
      />
    </TableFrame>
  );
}

const none: readonly ImportedChange[] = [];
const rowKey = ({ change }: ImportedChange): string => change.id;

/** Those that wait, in their order, and those that have just been settled, where they were. */
function withSettled(waiting: readonly ImportedChange[], settled: readonly ImportedChange[]): readonly ImportedChange[] {
  const there = new Set(waiting.map(rowKey));
  return [...waiting, ...settled.filter((row) => !there.has(rowKey(row)))].sort(
    (one, other) => one.change.requestedAtMs - other.change.requestedAtMs || (one.change.id < other.change.id ? -1 : 1),
  );
}
