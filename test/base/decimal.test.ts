import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  divideDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  sameDecimal,
  subtractDecimal,
} from '../../src/shared/base/decimal.ts';

const decimal = (text: string): Decimal => parseDecimal(text) ?? expect.unreachable(`${text} is no decimal`);

test.each([
  ['12.50', '12.50'],
  ['-.5', '-0.5'],
  ['+007', '7'],
  ['3.', '3'],
  ['0.05', '0.05'],
])('%s is read as %s', (text, shown) => expect(decimalText(decimal(text))).toBe(shown));

test.each(['', '.', '-', '1,5', '1e3', '1 000', '0x1', 'NaN', '9'.repeat(61)])('%s is no decimal', (text) =>
  expect(parseDecimal(text)).toBeUndefined(),
);

test.each([
  ['0.005', '0.01'],
  ['-0.005', '-0.01'],
  ['0.0049', '0.00'],
  ['1.5', '1.50'],
])('%s rounds to %s', (text, rounded) => expect(decimalText(roundDecimal(decimal(text), 2))).toBe(rounded));

test('a price for a base quantity is divided exactly enough', () => {
  const each = divideDecimal(decimal('10'), decimal('3')) ?? expect.unreachable();
  expect(decimalText(roundDecimal(multiplyDecimals(each, decimal('300')), 2))).toBe('1000.00');
  expect(divideDecimal(decimal('1'), decimal('0.00'))).toBeUndefined();
});

const anyDecimal = fc.record({ units: fc.bigInt(-(10n ** 15n), 10n ** 15n), decimals: fc.nat(8) });

test('what is added can be taken away, and what is written is read', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(sameDecimal(subtractDecimal(addDecimals(a, b), b), a)).toBe(true);
      expect(parseDecimal(decimalText(a))).toEqual(a);
      expect(compareDecimals(a, b) + compareDecimals(b, a)).toBe(0);
    }),
  );
});
