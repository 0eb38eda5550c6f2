import type { Day } from '../../base/day.ts';
import { type BasisPoints, basisPoints } from '../../base/money.ts';

/** What of the VAT act an article falls under (momskod). Its rate is a matter of the day of delivery: see `vatRateOn`. */
export const vatCodes = ['standard', 'reduced', 'low', 'food', 'zero', 'exempt'] as const;
export type VatCode = (typeof vatCodes)[number];

type Rate = {
  readonly code: VatCode;
  /** Null: for as long as our table goes back. */
  readonly fromDay: Day | null;
  /** Null: no VAT is reckoned, not even none at all. */
  readonly rate: BasisPoints | null;
};
const rate = (code: VatCode, percent: number | null, fromDay: string | null = null): Rate => ({
  code,
  fromDay: fromDay as Day | null, // written here, and read as days by a test
  rate: percent === null ? null : basisPoints(percent * 100),
});

/**
 * Rates as dated data: a change of law is a line more, and no line is changed or taken away.
 *
 * Source: mervärdesskattelagen (2023:200) 9 kap.; food: prop. 2025/26:55, 6 % from 1 April 2026 through 31 December 2027.
 */
export const vatRates: readonly Rate[] = [
  rate('standard', 25),
  rate('reduced', 12),
  rate('low', 6),
  rate('food', 12),
  rate('food', 6, '2026-04-01'),
  rate('food', 12, '2028-01-01'),
  rate('zero', 0),
  rate('exempt', null),
];

/** The rate of a code for what is delivered on a day; null: exempt from VAT. */
export const vatRateOn = (code: VatCode, day: Day): BasisPoints | null =>
  vatRates.findLast((line) => line.code === code && (line.fromDay === null || line.fromDay <= day))?.rate ?? null;
