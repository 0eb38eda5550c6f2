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

/**
 * Whether two different numbers are of one series (nummerserie), so that the sender itself says that they are two invoices: the same letters
 * in the same places, and as many digits or one more. Source: mervärdesskattelagen (2023:200) 17 kap. 24 § 2, a unique number in one or more series.
 */
export function areOfOneSeries(one: string, other: string): boolean {
  const [shape, otherShape] = [shapeOf(one), shapeOf(other)];
  return shape === otherShape && Math.abs(normalNumber(one).length - normalNumber(other).length) <= 1;
}

const shapeOf = (number: string): string => numberSkeleton(number).replace(/\d+/g, '9');

/** Whether two numbers share a skeleton by digits alone, 1 and 7: then each may be a number of its own. */
export const differInDigitsOnly = (one: string, other: string): boolean =>
  normalNumber(one).replace(/\d/g, '9') === normalNumber(other).replace(/\d/g, '9');

/** How far two numbers of one series lie apart; undefined where they differ in more than the last of their digits in a row. */
export function stepsApart(one: string, other: string): number | undefined {
  const [first, second] = [/^(.*?)(\d{1,12})$/.exec(one), /^(.*?)(\d{1,12})$/.exec(other)];
  return first === null || second === null || first[1] !== second[1] ? undefined : Math.abs(Number(first[2]) - Number(second[2]));
}

const withoutLetters = (number: string): string => numberSkeleton(normalNumber(number).replace(/^[A-Z]+/, ''));
