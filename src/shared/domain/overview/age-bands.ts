import { addDays, type Day } from '../../base/day.ts';

/** How long something has waited, in whole days since the day that it came in (åldersband). Null: no end. */
export const ageBands = [
  { fromDays: 0, throughDays: 0 },
  { fromDays: 1, throughDays: 2 },
  { fromDays: 3, throughDays: 7 },
  { fromDays: 8, throughDays: 30 },
  { fromDays: 31, throughDays: null },
] as const satisfies readonly { readonly fromDays: number; readonly throughDays: number | null }[];

/** The days of arrival of each band, the youngest first; what comes in later than today counts as today's. Null: no bound. */
export const arrivalsOfBands = (today: Day): readonly { readonly fromDay: Day | null; readonly throughDay: Day | null }[] =>
  ageBands.map(({ fromDays, throughDays }) => ({
    fromDay: throughDays === null ? null : addDays(today, -throughDays),
    throughDay: fromDays === 0 ? null : addDays(today, -fromDays),
  }));
