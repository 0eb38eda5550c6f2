import type { StationMeasures } from './measures.ts';

/** What a clerk is told of the own work, and nobody else is (Min takt). Null: there is nothing to tell of. */
export type Pace = {
  readonly invoices: number;
  readonly activeMs: { readonly median: number; readonly p90: number } | null;
  readonly seenMedianMs: number | null;
  readonly unseenMedianMs: number | null;
  readonly predictedMedianMs: number | null;
  readonly keystrokes: number | null;
  readonly stops: number | null;
  readonly changes: number | null;
  /** How many of the invoices were done without the pointer. */
  readonly byKeysAlone: number;
};

export function paceOf(all: readonly StationMeasures[]): Pace {
  const active = all.map(({ activeMs }) => activeMs);
  const [median, p90] = [quantile(active, 0.5), quantile(active, 0.9)];
  const times = (seen: boolean) => all.filter(({ seenLayout }) => seenLayout === seen).map(({ activeMs }) => activeMs);
  return {
    invoices: all.length,
    activeMs: median === null || p90 === null ? null : { median, p90 },
    seenMedianMs: quantile(times(true), 0.5),
    unseenMedianMs: quantile(times(false), 0.5),
    predictedMedianMs: middle(all, ({ predictedMs }) => predictedMs),
    keystrokes: middle(all, ({ keystrokes }) => keystrokes),
    stops: middle(all, ({ stopped }) => stopped.length),
    changes: middle(all, ({ changed }) => changed.length),
    byKeysAlone: all.filter(({ pointerUses }) => pointerUses === 0).length,
  };
}

const middle = (all: readonly StationMeasures[], of: (one: StationMeasures) => number): number | null =>
  quantile(all.map(of), 0.5);

/** The value that this share of the values do not pass; null of none. */
function quantile(values: readonly number[], share: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? null;
}
