import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { type FieldKind, readTypedValue, showValue } from '../../../src/shared/domain/invoice-fields/index.ts';

const today = '2026-11-22' as Day; // a Sunday
const read = (kind: FieldKind, text: string) => {
  const result = readTypedValue(kind, text, today);
  return result.ok ? result.value : result.error;
};

describe('amounts', () => {
  test.each([
    ['1 234 567,89', 123456789],
    ['1\u00a0234,50', 123450],
    ['1234567.89', 123456789],
    ['1234567,8', 123456780],
    ['1240', 124000],
    ['1240:-', 124000],
    ['1240:50', 124050],
    ['0,05', 5],
    ['12,50-', -1250],
    ['-12,50', -1250],
    ['−12,50 kr', -1250],
    ['SEK 12,50', 1250],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234.567', 123456700],
    ['1.234.567,89', 123456789],
    ['=1240*1,25', 155000],
    ['=99,99*1,25', 12499],
    ['=100+50*2-0,5', 19950],
    ['1.234', 'ambiguous-amount'],
    ['1,234', 'ambiguous-amount'],
    ['12 34,00', 'not-an-amount'],
    ['1,2345', 'not-an-amount'],
    ['-5-', 'not-an-amount'],
    ['=10/3', 'not-an-amount'],
    ['=1240*', 'not-an-amount'],
    ['=', 'not-an-amount'],
    ['abc', 'not-an-amount'],
    ['25 % 310,00', 'not-an-amount'],
    ['99999999999999999999', 'too-long'],
    ['  ', 'nothing-typed'],
  ])('%s → %s', (text, value) => expect(read('minor', text)).toBe(value));
});

describe('days', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['26-11-22', '2026-11-22'],
    ['22/11', '2026-11-22'],
    ['5/1', '2027-01-05'],
    ['22.11.2026', '2026-11-22'],
    ['22 november 2026', '2026-11-22'],
    ['1 maj 2026', '2026-05-01'],
    ['3 okt 2026', '2026-10-03'],
    ['idag', '2026-11-22'],
    ['Igår', '2026-11-21'],
    ['+30', '2026-12-22'],
    ['fre', '2026-11-27'],
    ['söndag', '2026-11-29'],
    ['friday', '2026-11-27'],
    ['29/2', 'not-a-day'],
    ['2026-02-30', 'not-a-day'],
    ['261322', 'not-a-day'],
    ['snart', 'not-a-day'],
  ])('%s → %s', (text, value) => expect(read('day', text)).toBe(value));
});

describe('identifiers, in any shape', () => {
  test.each([
    ['organisation-number', '556677-8899', '5566778899'],
    ['organisation-number', '16556677-8899', '5566778899'],
    ['organisation-number', 'SE556677889901', '5566778899'],
    ['organisation-number', 'Org.nr: 556677-8899', '5566778899'],
    ['vat-number', 'se 556677 8899 01', 'SE556677889901'],
    ['vat-number', '556677889901', 'SE556677889901'],
    ['bankgiro', 'BG 123-4567', '1234567'],
    ['bankgiro', '12a-4567', 'not-digits'],
    ['plusgiro', '12 34 56-7', '1234567'],
    ['iban', 'se45 5000 0000 0583 9825 7466', 'SE4550000000058398257466'],
    ['iban', '45 5000', 'not-an-iban'],
    ['digits', '0123 4567', '01234567'],
    ['currency', 'kr', 'SEK'],
    ['currency', 'eur', 'EUR'],
    ['currency', 'euro', 'not-a-currency'],
    ['text', '  F  12 ', 'F 12'],
  ] as const)('%s: %s → %s', (kind, text, value) => expect(read(kind, text)).toBe(value));
});

test.each([
  ['minor', 123456789, '1\u00a0234\u00a0567,89'],
  ['minor', -5, '-0,05'],
  ['organisation-number', '5566778899', '556677-8899'],
  ['bankgiro', '1234567', '123-4567'],
  ['day', '2026-11-22', '2026-11-22'],
] as const)('shows %s %s as %s, and reads it back', (kind, value, shown) => {
  expect(showValue(kind, value)).toBe(shown);
  expect(read(kind, shown)).toBe(value);
});

test('shows the currency after the amount', () => {
  expect(showValue('minor', 150, 'SEK')).toBe('1,50\u00a0kr');
  expect(showValue('minor', 150, 'EUR')).toBe('1,50\u00a0EUR');
});
