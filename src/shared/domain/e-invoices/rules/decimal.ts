import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  parseDecimal,
  subtractDecimal,
} from '../../../base/decimal.ts';
import { all, first, type Place } from './place.ts';

/** The number that a place says; undefined where there is none. */
export const number = (place: Place | undefined): Decimal | undefined =>
  place === undefined ? undefined : parseDecimal(place.value);

/** The number at the first place of a way. */
export const numberAt = (from: Place | undefined, way: string): Decimal | undefined => number(first(from, way));

const whole = (units: number): Decimal => ({ units: BigInt(units), decimals: 0 });
export const one = whole(1);
export const hundred = whole(100);
const twoCents: Decimal = { units: 2n, decimals: 2 };

/** The sum of all numbers at a way; undefined when one of them is no number. */
export function sumAt(from: readonly (Place | undefined)[], way: string): Decimal | undefined {
  const numbers = from.flatMap((place) => all(place, way)).map(number);
  const known = numbers.filter((one) => one !== undefined);
  return known.length === numbers.length ? addDecimals(...known) : undefined;
}

/** Are both known, and the same? */
export const isSame = (a: Decimal | undefined, b: Decimal | undefined): boolean =>
  a !== undefined && b !== undefined && compareDecimals(a, b) === 0;

/** Is a number above, at or below nought? Undefined when it is not known. */
export const sign = (number: Decimal | undefined): -1 | 0 | 1 | undefined =>
  number === undefined ? undefined : number.units > 0n ? 1 : number.units < 0n ? -1 : 0;

/** To so many decimals, halves upwards, below nought too. Source: `round` of XPath, by which the published rules round. */
export function roundUpwards({ units, decimals }: Decimal, to: number): Decimal {
  if (decimals <= to) return { units, decimals };
  const step = 10n ** BigInt(decimals - to);
  const raised = units + step / 2n;
  const quotient = raised / step;
  return { units: raised < 0n && raised % step !== 0n ? quotient - 1n : quotient, decimals: to };
}

export const toCents = (number: Decimal): Decimal => roundUpwards(number, 2);

const difference = (a: Decimal, b: Decimal): Decimal => absoluteDecimal(subtractDecimal(a, b));

/** Less than one unit of the currency apart: what the standard allows for VAT that was rounded line by line. */
export const isWithinOne = (a: Decimal, b: Decimal): boolean => compareDecimals(difference(a, b), one) < 0;

/** At most two hundredths apart: what Peppol allows for what was computed. */
export const isWithinTwoCents = (a: Decimal, b: Decimal): boolean => compareDecimals(difference(a, b), twoCents) <= 0;
