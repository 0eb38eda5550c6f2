import type { RowMark } from '../../../shared/contract/register-exchange.ts';
import { type JudgedRow, type RowVerdict, rowVerdicts, severityOf } from '../../../shared/domain/register-exchange/index.ts';

/** A kind of row is its verdict and its marks, in one small number. */
const ofMark: Record<RowMark, number> = { requests: rowVerdicts.length, warnings: rowVerdicts.length * 2 };

/** The kind of a judged row, by which pages ask for it. What is wrong is never taken, so nothing of it waits for anybody. */
export function kindOf({ verdict, changes, findings }: JudgedRow): number {
  const waits = verdict !== 'wrong' && changes.some(({ sensitive }) => sensitive);
  const warns = findings.some((finding) => severityOf(finding) === 'warning');
  return rowVerdicts.indexOf(verdict) + (waits ? ofMark.requests : 0) + (warns ? ofMark.warnings : 0);
}

/** The kinds with one of the verdicts and with the mark; null asks for all. */
export function kindsOf(verdicts: readonly RowVerdict[] | null, mark: RowMark | null): ReadonlySet<number> | null {
  if (verdicts === null && mark === null) return null;
  const marks = [0, ofMark.requests, ofMark.warnings, ofMark.requests + ofMark.warnings];
  const wanted = mark === null ? marks : marks.filter((one) => (one & ofMark[mark]) !== 0);
  return new Set((verdicts ?? rowVerdicts).flatMap((verdict) => wanted.map((one) => rowVerdicts.indexOf(verdict) + one)));
}
