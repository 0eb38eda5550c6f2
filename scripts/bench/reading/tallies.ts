import type { FieldName } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Judged } from './judge-fields.ts';
import { upperBound } from './statistics.ts';

export type Tally = {
  readonly printed: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  readonly green: number;
  readonly wrongGreen: number;
  /** Of the printed values. */
  readonly greenShare: number;
  /** Per 10 000 green fields. */
  readonly wrongPerTenThousand: number;
  readonly upperPerTenThousand: number;
};

export function tallyOf(judged: readonly Judged[]): Tally {
  const of = (...verdicts: readonly Judged['verdict'][]): number =>
    judged.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const right = of('right');
  const printed = of('right', 'missed', 'wrong');
  const proposed = of('right', 'wrong', 'invented');
  const safe = judged.filter(({ state, got }) => state === 'safe' && got !== null);
  const wrongGreen = safe.filter(({ verdict }) => verdict === 'wrong' || verdict === 'invented').length;
  const recall = printed === 0 ? 1 : right / printed;
  const precision = proposed === 0 ? 1 : right / proposed;
  return {
    printed,
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    green: safe.length,
    wrongGreen,
    greenShare: printed === 0 ? 0 : safe.filter(({ verdict }) => verdict !== 'implied').length / printed,
    wrongPerTenThousand: safe.length === 0 ? 0 : (wrongGreen * 10_000) / safe.length,
    upperPerTenThousand: upperBound(wrongGreen, safe.length) * 10_000,
  };
}

export const byField = (judged: readonly Judged[]): ReadonlyMap<FieldName, readonly Judged[]> =>
  Map.groupBy(judged, ({ field }) => field);
