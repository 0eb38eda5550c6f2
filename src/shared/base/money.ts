import { assert } from './assert.ts';

declare const unit: unique symbol;

/** Whole öre (100 öre = 1 krona). Below zero: money owed to us. */
export type Ore = number & { readonly [unit]: 'öre' };

/** Whole minor units of a currency that stands beside it (öre, cent). Never mixed with another currency. */
export type Minor = number & { readonly [unit]: 'minor' };

/** Hundredths of a percent: 25 % is 2500. */
export type BasisPoints = number & { readonly [unit]: 'basis points' };

/** The only way in. A fraction or an unsafe size is a bug, not a rounding. */
export function ore(amount: number): Ore {
  assert(Number.isSafeInteger(amount), `${amount} is not whole öre`);
  return (amount === 0 ? 0 : amount) as Ore; // never -0
}

export function minor(amount: number): Minor {
  assert(Number.isSafeInteger(amount), `${amount} is not whole minor units`);
  return (amount === 0 ? 0 : amount) as Minor;
}

export function basisPoints(rate: number): BasisPoints {
  assert(Number.isSafeInteger(rate), `${rate} is not whole basis points`);
  return rate as BasisPoints;
}

export const addMinor = (...amounts: readonly Minor[]): Minor => minor(amounts.reduce((total, amount) => total + amount, 0));

/**
 * `rate` of `amount`, halves rounded away from zero.
 *
 * Source for the rounding: Skatteverket's practice for VAT on an invoice (ordinary rounding to whole öre).
 */
export function percentOf(amount: Minor, rate: BasisPoints): Minor {
  const exact = BigInt(amount) * BigInt(rate); // hundredths of a percent of a minor unit: too big for a number
  const half = exact < 0n ? -5_000n : 5_000n;
  return minor(Number((exact + half) / 10_000n));
}

/** Digits with two decimals as both Swedish and English program text reads them: 1234567 is '12345.67'. */
export function toDecimalText(amount: Minor): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
