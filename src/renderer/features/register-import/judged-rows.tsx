import { useState } from 'react';
import type { ExchangeJob, ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import { type Acceptance, answerRow, type ExchangeTally } from '../../../shared/domain/register-exchange/index.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InfoIcon } from '../../ui/icons.ts';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { AcceptanceBar } from './acceptance-bar.tsx';
import { RowPane } from './row-pane.tsx';
import { RowTable } from './row-table.tsx';
import { type RowView, rowViews, useRows } from './use-job.ts';
import { WrongRowsFile } from './wrong-rows-file.tsx';

type Props = { readonly job: ExchangeJob; readonly acceptance: Acceptance; readonly onChoose: (acceptance: Acceptance) => void };

/** The judged rows by verdict, what is amiss beside them, and the choice of which are taken: of all, and one by one (Space). */
export function JudgedRows({ job, acceptance, onChoose }: Props) {
  const t = useText();
  const [view, setView] = useState<RowView>('all');
  const [marked, setMarked] = useState<number>();
  const { rows, fetchMore, isLoading } = useRows(job.jobId, view, true);
  const row = rows.find((one) => one.row === marked) ?? rows[0];
  const turn = (by: 1 | -1) => {
    setView(rowViews[(rowViews.indexOf(view) + by + rowViews.length) % rowViews.length] ?? 'all');
    setMarked(undefined);
  };
  const isTaken = row !== undefined && answerRow(row, acceptance) === 'taken';
  const canBe = row !== undefined && canBeTaken(row, acceptance);
  const turnRow = () => {
    if (row === undefined || !canBe) return;
    const without = acceptance.exceptRows.filter((one) => one !== row.row);
    onChoose({ ...acceptance, exceptRows: isTaken ? [...without, row.row] : without });
  };
  useKeys({
    previousView: () => turn(-1),
    nextView: () => turn(1),
    leaveOut: ({ target }) => (target instanceof HTMLElement && target.dataset.row !== undefined ? turnRow() : false),
  });
  return (
    <TableFrame
      above={
        <>
          <AcceptanceBar tally={job.tally} acceptance={acceptance} onChoose={onChoose} />
          <Tabs
            label={t.registerImport.views}
            chosen={view}
            onChoose={(name) => {
              setView(name);
              setMarked(undefined);
            }}
            tabs={rowViews.map((name) => ({ name, text: viewName(name, t), count: String(countIn(job.tally, name)) }))}
          />
          {view === 'wrong' && job.tally.verdicts.wrong > 0 && <WrongRowsFile job={job} />}
        </>
      }
    >
      {row === undefined ? (
        isLoading ? null : (
          <EmptyState
            icon={<InfoIcon aria-hidden />}
            title={job.tally.rows === 0 ? t.registerImport.emptyFile : t.registerImport.emptyView}
          />
        )
      ) : (
        <SideBySide
          left={
            <RowTable
              register={job.mapping.register}
              key={view}
              rows={rows}
              acceptance={acceptance}
              rowCount={countIn(job.tally, view)}
              startRow={row.row}
              onMark={(one) => setMarked(one.row)}
              onNearEnd={fetchMore}
            />
          }
          right={
            <RowPane
              key={row.row}
              register={job.mapping.register}
              row={row}
              dryRun={job}
              choice={{ isTaken, canBe, onTurn: turnRow }}
            />
          }
        />
      )}
    </TableFrame>
  );
}

/** A row that is left out by itself can be taken; one that the choice for all leaves out is taken by that choice. */
const canBeTaken = (row: ExchangeRow, acceptance: Acceptance): boolean =>
  answerRow(row, { ...acceptance, exceptRows: [] }) === 'taken';

const viewName = (view: RowView, t: ReturnType<typeof useText>): string =>
  view === 'all'
    ? t.registerImport.all
    : view === 'requests' || view === 'warnings'
      ? t.registerImport.marks[view]
      : t.registerImport.verdicts[view];

function countIn({ rows, verdicts, requests, withWarnings }: ExchangeTally, view: RowView): number {
  if (view === 'all') return rows;
  if (view === 'requests') return requests;
  return view === 'warnings' ? withWarnings : verdicts[view];
}
