import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisPoints, minor, percentOf } from '../../../src/shared/base/money.ts';
import { chooseSums, type LabelledAmount } from '../../../src/shared/domain/extraction/sums.ts';

const unlabelled = { net: 0, vat: 0, rounding: 0, total: 0 };
const amount = (value: number, as: Partial<LabelledAmount['as']> = {}, doubtful = false): LabelledAmount => ({
  minor: value,
  doubtful,
  as: { ...unlabelled, ...as },
});
const chosen = (amounts: readonly LabelledAmount[]) => {
  const { net, vat, rounding, total, agreement } = chooseSums(amounts);
  return [net?.minor, vat?.minor, rounding?.minor, total?.minor, agreement];
};

describe('sums are chosen together', () => {
  test.each([
    [
      'as labelled',
      [amount(10_000, { net: 0.9 }), amount(2_500, { vat: 0.9 }), amount(12_500, { total: 1 })],
      [10_000, 2_500, undefined, 12_500, 'exact'],
    ],
    [
      'with a printed rounding',
      [amount(10_010, { net: 0.9 }), amount(2_503, { vat: 0.9 }), amount(-13, { rounding: 0.9 }), amount(12_500, { total: 1 })],
      [10_010, 2_503, -13, 12_500, 'exact'],
    ],
    [
      'with a rounding that is not printed',
      [amount(10_010, { net: 0.9 }), amount(2_503, { vat: 0.9 }), amount(12_500, { total: 1 })],
      [10_010, 2_503, undefined, 12_500, 'rounded'],
    ],
    [
      'against a wrong label, for a person to look at',
      [amount(10_000, { total: 0.9 }), amount(2_500, { vat: 0.9 }), amount(12_500, { total: 0.5 }), amount(7_000, { net: 0.5 })],
      [10_000, 2_500, undefined, 12_500, 'none'],
    ],
    ['total alone', [amount(12_500, { total: 1 })], [undefined, undefined, undefined, 12_500, 'none']],
    [
      'a lost comma that adds up',
      [amount(10_000, { net: 0.9 }), amount(2_500, { vat: 0.4 }, true), amount(12_500, { total: 1 })],
      [10_000, 2_500, undefined, 12_500, 'exact'],
    ],
    [
      'a lost comma that does not',
      [amount(10_000, { net: 0.9 }), amount(2_600, { vat: 0.4 }, true), amount(12_500, { total: 1 })],
      [10_000, undefined, undefined, 12_500, 'none'],
    ],
    ['nothing', [], [undefined, undefined, undefined, undefined, 'none']],
  ] as const)('%s', (_name, amounts, outcome) => {
    expect(chosen(amounts)).toEqual(outcome);
  });

  test('a labelled triple that adds up is found among any other amounts, and what is called exact adds up', () => {
    const money = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(money, fc.constantFrom(25, 12, 6), fc.array(money, { maxLength: 8 }), (net, rate, noise) => {
        const vat = percentOf(minor(net), basisPoints(rate * 100));
        const triple = [amount(net, { net: 0.9 }), amount(vat, { vat: 0.9 }), amount(net + vat, { total: 1.2 })];
        const sums = chooseSums([...noise.map((value) => amount(value)), ...triple]);
        expect(sums.agreement).toBe('exact');
        expect((sums.net?.minor ?? 0) + (sums.vat?.minor ?? 0) + (sums.rounding?.minor ?? 0)).toBe(sums.total?.minor);
        expect(sums.total?.minor).toBe(net + vat);
      }),
    );
  });
});
