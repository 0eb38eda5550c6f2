import { severityOf } from './findings.ts';
import { type JudgedRow, type RowVerdict, rowVerdicts } from './judged-row.ts';

/** How many rows are what, and what is amiss in which column. */
export type ExchangeTally = {
  readonly rows: number;
  readonly verdicts: { readonly [Verdict in RowVerdict]: number };
  /** The rows that would ask for a second person's approval. */
  readonly requests: number;
  readonly withWarnings: number;
  readonly findings: readonly TalliedFinding[];
  /** Columns that are wrong so often that they are probably another field's. */
  readonly columnsInDoubt: readonly string[];
};
export type TalliedFinding = { readonly code: string; readonly column: string | null; readonly rows: number };

/** So many of the rows with something in a column may be wrong before the column itself is doubted. */
const doubtAbove = 0.3;
const mostKinds = 500;

export function openTally() {
  const verdicts: Record<RowVerdict, number> = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  const findings = new Map<string, { code: string; column: string | null; rows: number; isError: boolean }>();
  let rows = 0;
  let requests = 0;
  let withWarnings = 0;
  return {
    /** `by`: -1 takes back what was counted of a row that has become another. */
    count(judged: JudgedRow, by: 1 | -1 = 1): void {
      rows += by;
      verdicts[judged.verdict] += by;
      if (judged.verdict !== 'wrong' && judged.changes.some(({ sensitive }) => sensitive)) requests += by;
      if (judged.findings.some((finding) => severityOf(finding) === 'warning')) withWarnings += by;
      for (const finding of judged.findings) {
        const column = finding.column ?? finding.field;
        const key = `${finding.code} ${column}`;
        const kept = findings.get(key);
        if (kept !== undefined) kept.rows += by;
        else if (by === 1 && findings.size < mostKinds)
          findings.set(key, { code: finding.code, column, rows: 1, isError: severityOf(finding) === 'error' });
      }
    },
    read(): ExchangeTally {
      const wrongIn = new Map<string, number>();
      for (const { column, rows: times, isError } of findings.values())
        if (column !== null && isError) wrongIn.set(column, (wrongIn.get(column) ?? 0) + times);
      return {
        rows,
        verdicts: Object.fromEntries(rowVerdicts.map((verdict) => [verdict, verdicts[verdict]])) as ExchangeTally['verdicts'],
        requests,
        withWarnings,
        findings: [...findings.values()]
          .filter((one) => one.rows > 0)
          .map(({ code, column, rows: times }) => ({ code, column, rows: times }))
          .sort(byRows),
        columnsInDoubt: [...wrongIn].filter(([, times]) => times > rows * doubtAbove).map(([column]) => column),
      };
    },
  };
}

const byRows = (one: TalliedFinding, other: TalliedFinding): number => other.rows - one.rows;
