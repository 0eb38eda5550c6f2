/**
 * An invoice number as it is compared: capitals, no spaces or punctuation, no leading zeros.
 *
 * Source: docs/identifiers.md, normalisation for comparison.
 */
export const normalNumber = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[\s\-_/.]/g, '')
    .replace(/^0+(?=.)/, '');

/** Numbers that look alike on paper share it: O and 0, I, L, 1 and 7, S and 5, B and 8. */
export const numberSkeleton = (number: string): string =>
  normalNumber(number.replace(/[Oo]/g, '0'))
    .replace(/[IL7|]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
    .replace(/Z/g, '2');

const tailLength = 4;

/**
 * The last four digits of the skeleton, which a number keeps when its prefix, its year or its leading zeros are left out; null where
 * it ends in no digit.
 */
export function numberTail(number: string): string | null {
  const digits = /\d+$/.exec(numberSkeleton(number))?.[0];
  return digits === undefined ? null : digits.slice(-tailLength).padStart(tailLength, '0');
}

/**
 * How much two invoice numbers are alike.
 *
 * - `same`: but for spaces, punctuation, case and leading zeros · `look-alike`: they share a skeleton
 * - `prefix`: one is the other after letters, a year or zeros: 'F2026-1001', '1001' · `different`: none of these
 */
export type NumberLikeness = 'same' | 'look-alike' | 'prefix' | 'different';

export function likenessOf(one: string, other: string): NumberLikeness {
  if (normalNumber(one) === normalNumber(other)) return 'same';
  if (numberSkeleton(one) === numberSkeleton(other)) return 'look-alike';
  return isPrefixed(one, other) || isPrefixed(other, one) ? 'prefix' : 'different';
}

/** Letters, a year in four digits or two, and zeros: what stands before a number and is left out. */
const prefix = /^[A-Z|]*((19|20)\d{2}|[0-3]\d)?0*$/;

/** Whether `long` is `short` with something before it that is often left out; fewer than three digits say too little. */
function isPrefixed(long: string, short: string): boolean {
  const core = withoutLetters(short);
  if (core.length < 3) return false;
  const upper = normalNumber(long);
  const surplus = upper.slice(0, Math.max(0, upper.length - core.length));
  const rest = numberSkeleton(upper.slice(surplus.length));
  return rest.padStart(core.length, '0') === core && prefix.test(surplus);
}

const withoutLetters = (number: string): string => numberSkeleton(normalNumber(number).replace(/^[A-Z]+/, ''));
