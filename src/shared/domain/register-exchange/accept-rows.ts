import { type RowFinding, severityOf } from './findings.ts';
import type { JudgedRow } from './judged-row.ts';

/** Which rows of a judged file a person takes. What is wrong is never taken as it stands. */
export type Acceptance = {
  readonly take: readonly ('new' | 'changed')[];
  /** Rows with warnings, too. */
  readonly withWarnings: boolean;
  /** Rows of the file that are left out all the same. */
  readonly exceptRows: readonly number[];
  /** Null: all rows; else only these. */
  readonly onlyRows: readonly number[] | null;
};

export const everythingRight: Acceptance = { take: ['new', 'changed'], withWarnings: true, exceptRows: [], onlyRows: null };

export type RowAnswer = 'taken' | 'left-out' | 'unchanged' | 'wrong';

/** What comes of a row: taken, left out by choice, or nothing to do. */
export function answerRow({ row, verdict, findings }: JudgedRow, acceptance: Acceptance): RowAnswer {
  if (verdict === 'wrong' || verdict === 'unchanged') return verdict;
  const isChosen =
    acceptance.take.includes(verdict) &&
    !acceptance.exceptRows.includes(row) &&
    (acceptance.onlyRows === null || acceptance.onlyRows.includes(row)) &&
    (acceptance.withWarnings || !findings.some(isWarning));
  return isChosen ? 'taken' : 'left-out';
}

const isWarning = (finding: RowFinding): boolean => severityOf(finding) === 'warning';
