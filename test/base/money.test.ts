import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinor, basisPoints, minor, ore, percentOf, toDecimalText } from '../../src/shared/base/money.ts';

const amounts = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });

test('a fraction or an unsafe size cannot become money', () => {
  for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => ore(amount)).toThrow();
    expect(() => minor(amount)).toThrow();
  }
  expect(Object.is(minor(-0), 0)).toBe(true);
});

test.each([
  // amount  rate   share: halves away from zero
  [100_000, 2_500, 25_000],
  [1, 2_500, 0],
  [2, 2_500, 1],
  [-2, 2_500, -1],
  [12_345, 1_200, 1_481],
  [12_345, 600, 741],
])('%i at %i basis points is %i', (amount, rate, share) => {
  expect(percentOf(minor(amount), basisPoints(rate))).toBe(share);
});

test('a share of minus an amount is minus the share', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom(600, 1_200, 2_500), (amount, rate) => {
      const share = percentOf(minor(amount), basisPoints(rate));
      expect(percentOf(minor(-amount), basisPoints(rate)) + share).toBe(0);
      expect(Math.abs(share - (amount * rate) / 10_000)).toBeLessThanOrEqual(0.51);
    }),
  );
});

test('decimal text reads back to the same amount', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(Math.round(Number(toDecimalText(minor(amount))) * 100)).toBe(amount === 0 ? 0 : amount);
    }),
  );
  expect(toDecimalText(minor(-5))).toBe('-0.05');
  expect(addMinor(minor(1), minor(2), minor(-3))).toBe(0);
});
