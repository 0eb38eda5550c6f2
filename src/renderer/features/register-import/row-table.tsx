import { useMemo } from 'react';
import type { ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import {
  type Acceptance,
  answerRow,
  type ExchangeRegister,
  type RowVerdict,
  severityOf,
} from '../../../shared/domain/register-exchange/index.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { IconText } from '../../ui/icon-text.tsx';
import { AddIcon, DoneIcon, ErrorSignIcon, InfoIcon, MissingIcon, ReadingIcon, WarningIcon } from '../../ui/icons.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { findingShort, nameOfRow, whatHappens, worstFirst } from './row-words.ts';

type Props = {
  readonly register: ExchangeRegister;
  readonly rows: readonly ExchangeRow[];
  /** Which are chosen; null: they have been dealt with, and what came of each is shown instead. */
  readonly acceptance: Acceptance | null;
  readonly rowCount: number;
  readonly startRow: number | undefined;
  readonly onMark: (row: ExchangeRow) => void;
  readonly onNearEnd: () => void;
};

/** The rows of a file with their verdicts and the worst that is amiss with each. */
export function RowTable({ register, rows, acceptance, rowCount, startRow, onMark, onNearEnd }: Props) {
  const t = useText();
  const sortWords = useSortWords();
  const columns = useMemo(() => rowColumns(register, acceptance, t), [register, acceptance, t]);
  return (
    <DataTable
      name={t.registerImport.table}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      rowCount={rowCount}
      startKey={startRow === undefined ? undefined : String(startRow)}
      onMark={onMark}
      onNearEnd={onNearEnd}
      sortWords={sortWords}
      takesFocus
    />
  );
}

const rowKey = ({ row }: ExchangeRow): string => String(row);
const verdictIcon = { new: AddIcon, changed: ReadingIcon, unchanged: DoneIcon, wrong: ErrorSignIcon } satisfies Record<
  RowVerdict,
  typeof AddIcon
>;
const findingIcon = { error: ErrorSignIcon, warning: WarningIcon, note: InfoIcon };

function rowColumns(register: ExchangeRegister, acceptance: Acceptance | null, t: Texts): readonly Column<ExchangeRow>[] {
  const heads = t.registerImport.rowColumns;
  const last: Column<ExchangeRow> =
    acceptance === null
      ? {
          id: 'answer',
          header: heads.answer,
          width: 7.5,
          cell: ({ answer }) => (answer === null ? '' : t.exchangeAnswer[answer]),
        }
      : {
          id: 'taken',
          header: heads.taken,
          width: 5.5,
          cell: (row) => {
            const answer = answerRow(row, acceptance);
            if (answer === 'taken') return <IconText icon={<DoneIcon aria-hidden />}>{t.registerImport.taken}</IconText>;
            return answer === 'left-out' ? (
              <IconText icon={<MissingIcon aria-hidden />}>{t.registerImport.leftOut}</IconText>
            ) : (
              t.registerImport.never
            );
          },
        };
  return [
    { id: 'row', header: heads.row, width: 4, right: true, cell: ({ row }) => row },
    {
      id: 'verdict',
      header: heads.verdict,
      width: 8.5,
      cell: ({ verdict }) => {
        const Icon = verdictIcon[verdict];
        return <IconText icon={<Icon aria-hidden />}>{t.exchangeVerdict[verdict]}</IconText>;
      },
    },
    {
      id: 'name',
      header: heads.name,
      width: 10,
      grow: 2,
      text: (row) => nameOfRow(row, t),
      cell: (row) => nameOfRow(row, t),
    },
    {
      id: 'what',
      header: heads.what,
      width: 8,
      grow: 1,
      text: (row) => whatHappens(register, row, t),
      cell: (row) => whatHappens(register, row, t),
    },
    {
      id: 'finding',
      header: heads.finding,
      width: 10,
      grow: 3,
      text: (row) => findingShort(row, t),
      cell: (row) => {
        const [worst] = worstFirst(row.findings);
        if (worst === undefined) return '';
        const Icon = findingIcon[severityOf(worst)];
        return <IconText icon={<Icon aria-hidden />}>{findingShort(row, t)}</IconText>;
      },
    },
    last,
  ];
}
