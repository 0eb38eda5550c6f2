import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../src/shared/domain/extraction/index.ts';

describe('printed amounts', () => {
  test.each([
    // printed, minor units, decimals printed, currency
    ['1 234 567,89', 123_456_789, true, null],
    ['1\u00a0234,50', 123_450, true, null],
    ['1.234,56', 123_456, true, null],
    ['1,234.56', 123_456, true, null],
    ["1'234.56", 123_456, true, null],
    ['1234.56', 123_456, true, null],
    ['-500,00', -50_000, true, null],
    ['500,00-', -50_000, true, null],
    ['- 500,00', -50_000, true, null],
    ['\u2212500,00', -50_000, true, null],
    ['(500,00)', -50_000, true, null],
    ['1 234 , 50', 123_450, true, null],
    ['571;50', 57_150, true, null],
    ['1 234 kr', 123_400, false, 'SEK'],
    ['SEK 7 782,00', 778_200, true, 'SEK'],
    ['7 782,00 SEK', 778_200, true, 'SEK'],
    ['500:-', 50_000, false, 'SEK'],
    ['1234:50', 123_450, true, null],
    ['1.150 kr', 115_000, false, 'SEK'],
    ['€ 399,00', 39_900, true, 'EUR'],
    ['€ -9,32', -932, true, 'EUR'],
    ['$4.11', 411, true, 'USD'],
    ['0,00', 0, true, null],
    ['1.234.567', 123_456_700, false, null],
  ] as const)('%s', (text, minor, hasDecimals, currency) => {
    expect(readAmount(text)).toEqual({ minor, hasDecimals, currency });
  });

  test.each(['', 'kr', '1.234', '12,5', '14:30', '2026-11-22', '25 %', '25$', '12 34,50', '1 2345,00', 'abc', '1,2,3'])(
    '%s is no amount',
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  const notations = [
    (whole: string, decimals: string) => `${grouped(whole, ' ')},${decimals}`,
    (whole: string, decimals: string) => `${grouped(whole, '\u00a0')},${decimals} kr`,
    (whole: string, decimals: string) => `${grouped(whole, '.')},${decimals}`,
    (whole: string, decimals: string) => `${grouped(whole, ',')}.${decimals}`,
    (whole: string, decimals: string) => `${whole},${decimals}`,
    (whole: string, decimals: string) => `SEK ${whole}.${decimals}`,
  ];
  const grouped = (whole: string, gap: string): string => whole.replace(/\B(?=(\d{3})+$)/g, gap);

  test('any amount in any notation and with any sign is read as it was', () => {
    const anyNotation = fc.constantFrom(...notations);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), anyNotation, fc.constantFrom('', '-'), (minor, print, sign) => {
        const digits = String(minor).padStart(3, '0');
        const printed = `${sign}${print(digits.slice(0, -2), digits.slice(-2))}`;
        expect(readAmount(printed)?.minor).toBe(sign === '-' && minor !== 0 ? -minor : minor);
      }),
    );
  });
});
