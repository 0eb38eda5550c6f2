/**
 * An exact decimal number: `units` divided by ten `decimals` times; 12.50 is { units: 1250n, decimals: 2 }. For numbers out of files whose
 * decimals nobody bounds (quantities, unit prices, rates); what the program keeps is in whole öre (see money.ts). Does not pass through JSON.
 */
export type Decimal = { readonly units: bigint; readonly decimals: number };

export const zero: Decimal = { units: 0n, decimals: 0 };

const longest = 60;

/** As XML Schema writes decimals: a sign, digits, a point; no exponent, no grouping. Undefined when it is no such number, or absurdly long. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longest) return undefined;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const whole = match?.[2] ?? '';
  const decimals = match?.[3] ?? '';
  if (match === null || whole + decimals === '') return undefined;
  const size = BigInt(whole + decimals);
  return { units: match[1] === '-' ? -size : size, decimals: decimals.length };
}

const scaled = ({ units, decimals }: Decimal, to: number): bigint =>
  decimals === to ? units : units * 10n ** BigInt(to - decimals);

export function addDecimals(...terms: readonly Decimal[]): Decimal {
  const decimals = Math.max(0, ...terms.map((term) => term.decimals));
  return { units: terms.reduce((total, term) => total + scaled(term, decimals), 0n), decimals };
}

export const negateDecimal = ({ units, decimals }: Decimal): Decimal => ({ units: -units, decimals });

export const subtractDecimal = (from: Decimal, what: Decimal): Decimal => addDecimals(from, negateDecimal(what));

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  decimals: a.decimals + b.decimals,
});

/** To 20 decimals, cut off; undefined when dividing by nought. */
export function divideDecimal(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.units === 0n) return undefined;
  const places = Math.max(20, a.decimals - b.decimals);
  return { units: scaled(a, places + b.decimals) / b.units, decimals: places };
}

export const absoluteDecimal = ({ units, decimals }: Decimal): Decimal => ({ units: units < 0n ? -units : units, decimals });

/** Below nought when `a` is the smaller, nought when they are equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const left = scaled(a, decimals);
  const right = scaled(b, decimals);
  return left < right ? -1 : left > right ? 1 : 0;
}

export const sameDecimal = (a: Decimal, b: Decimal): boolean => compareDecimals(a, b) === 0;

/** To so many decimals, halves away from nought, as money on an invoice is rounded. */
export function roundDecimal(number: Decimal, decimals: number): Decimal {
  if (number.decimals <= decimals) return { units: scaled(number, decimals), decimals };
  const step = 10n ** BigInt(number.decimals - decimals);
  const half = number.units < 0n ? -step / 2n : step / 2n;
  return { units: (number.units + half) / step, decimals };
}

/** With all its decimals: '-0.50'. */
export function decimalText({ units, decimals }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
