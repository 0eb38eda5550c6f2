import type { Day } from '../../base/day.ts';

/** What the controls hold amounts and days against. A new decision is a new line; an old one is never edited. */
export type ControlLimits = {
  readonly from: Day;
  /** An answer on F-tax older than this, on the day of payment, is asked for again. */
  readonly fTaxDays: number;
  /** The same for other checks. */
  readonly checkDays: number;
  /** A first invoice of at least this much is looked at, in öre. */
  readonly newSupplierOre: number;
  /** Limits that a purchase may be split to stay under, in öre. */
  readonly splitLimitsOre: readonly number[];
  /** Round from here on: whole thousands of kronor, in öre. */
  readonly roundFromOre: number;
};

/**
 * Sources: the direct award limit of 700 000 kr (lagen (2016:1145) om offentlig upphandling 19 a kap. 2 §, as from 2022-02-01). The rest are our own start,
 * for each body to decide: docs/rules.md.
 */
const allLimits: readonly ControlLimits[] = [
  {
    from: '2022-02-01' as Day,
    fTaxDays: 30,
    checkDays: 90,
    newSupplierOre: 10_000_000,
    splitLimitsOre: [10_000_000, 70_000_000],
    roundFromOre: 1_000_000,
  },
];

/** Those in force on a day; before the first, the first. */
export function limitsOn(day: Day): ControlLimits {
  const [first, ...later] = allLimits;
  const found = later.findLast(({ from }) => from <= day) ?? first;
  if (found === undefined) throw new Error('there are limits');
  return found;
}
