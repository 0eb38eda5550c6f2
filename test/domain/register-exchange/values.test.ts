import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  dayOfSerial,
  type ExchangeField,
  guardCell,
  parseValue,
  serialOfDay,
  showAmount,
  type Transform,
  transformCell,
  unguardCell,
} from '../../../src/shared/domain/register-exchange/index.ts';

const field = (kind: ExchangeField['kind'], more: Partial<ExchangeField> = {}): ExchangeField => ({
  name: 'x',
  kind,
  headings: ['X'],
  ...more,
});
const parsed = (one: ExchangeField, text: string): string => {
  const value = parseValue(one, text);
  return value.ok ? value.value : `! ${value.error}`;
};

describe('the guard against formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+46 8 123', "'+46 8 123"],
    ['-100', "'-100"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    [' =1', "' =1"],
    ['\uff1d1', "'\uff1d1"],
    ["'t Hoff BV", "''t Hoff BV"],
    ['Åkeri AB', 'Åkeri AB'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written %j', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
    expect(unguardCell(cell)).toBe(text);
  });

  test('no guarded cell begins a formula, and every text comes back', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', "'", 'a', '1', '\uff1d', '\u00a0') }),
        (text) => {
          expect(guardCell(text)).not.toMatch(/^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
          expect(unguardCell(guardCell(text))).toBe(text);
        },
      ),
    ));
});

describe('values', () => {
  test.each([
    ['organisation-number', '556016-0680', '5560160680'],
    ['organisation-number', '16556016-0680', '5560160680'],
    ['organisation-number', '556016-0681', '! wrong-check-digit'],
    ['organisation-number', '55601', '! wrong-length'],
    ['organisation-number', 'ABC', '! not-digits'],
    ['bankgiro', '991-1017', '9911017'],
    ['bankgiro', '991-1018', '! wrong-check-digit'],
    ['gln', '7300009001234', '! wrong-check-digit'],
    ['gln', '7312340000005', '! wrong-check-digit'],
    ['gln', '7350000000009', '7350000000009'],
    ['postcode', '12345', '123 45'],
    ['postcode', 'N-0150', 'N-0150'],
    ['country', 'Sverige', 'SE'],
    ['country', 'Atlantis', '! unknown-word'],
    ['currency', 'sek', 'SEK'],
    ['email', 'faktura@x.example', 'faktura@x.example'],
    ['email', 'faktura', '! not-an-address'],
    ['count', '030', '30'],
    ['count', '3,5', '! not-a-number'],
    ['amount', '1 234,50', '123450'],
    ['amount', '1.234,50', '123450'],
    ['amount', '1,234.50', '123450'],
    ['amount', '1,234,567', '123456700'],
    ['amount', '1234,567', '! not-whole-ore'],
    ['amount', '1.234', '! two-readings'],
    ['amount', '-12 kr', '-1200'],
    ['amount', '0,10', '10'],
    ['amount', 'tolv', '! not-a-number'],
    ['percent', '25 %', '25'],
    ['percent', '12,50', '12.5'],
    ['day', '20240229', '2024-02-29'],
    ['day', '2024-02-30', '! not-a-day'],
    ['day', '45292', '! not-a-day'],
    ['flag', 'Ja', 'yes'],
    ['flag', '0', 'no'],
    ['flag', 'kanske', '! not-yes-or-no'],
    ['text', 'two\nlines', '! line-break'],
    ['text', 'x'.repeat(201), '! too-long'],
  ] as const)('%s %j → %s', (kind, text, expected) => {
    expect(parsed(field(kind), text)).toBe(expected);
  });

  test('several values are each held against the rule, and kept in one order', () => {
    const several = field('bankgiro', { several: true });
    expect(parsed(several, '991-2346 | 991-1017|9911017')).toBe('9911017|9912346');
    expect(parsed(several, '991-1017 | 991-1018')).toBe('! wrong-check-digit');
  });

  test('an amount that is shown reads back as the same', () =>
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (ore) => {
        expect(parsed(field('amount'), showAmount(String(ore)))).toBe(String(ore));
      }),
    ));
});

describe('transforms', () => {
  test.each([
    [{ do: 'decimal-comma' }, '1.234,5', '1234.5'],
    [{ do: 'decimal-comma' }, '1.234', '1234'],
    [{ do: 'decimal-comma' }, '1,234', '1.2340'],
    [{ do: 'decimal-point' }, '1,234.5', '1234.5'],
    [{ do: 'day-number' }, '45292', '2024-01-01'],
    [{ do: 'day-number' }, '2024-01-01', '2024-01-01'],
    [{ do: 'day-order', order: 'dmy' }, '31/1/2024', '2024-01-31'],
    [{ do: 'day-order', order: 'mdy' }, '1/31/24', '2024-01-31'],
    [{ do: 'day-order', order: 'dmy' }, '31/2/2024', '31/2/2024'],
    [{ do: 'pad', digits: 10 }, '101010123', '0101010123'],
    [{ do: 'only-digits' }, 'BG 991-1017', '9911017'],
    [{ do: 'split', by: ',' }, '991-1017,991-2346', '991-1017|991-2346'],
    [{ do: 'translate', words: { J: 'ja' } }, 'J', 'ja'],
    [{ do: 'unguard' }, "'=1", '=1'],
  ] as const satisfies readonly (readonly [Transform, string, string])[])('%j %s → %s', (transform, cell, expected) => {
    expect(transformCell(cell, [transform])).toBe(expected);
  });

  test('what is decided to be thousands is never taken for decimals', () => {
    expect(parsed(field('amount'), transformCell('1.234', [{ do: 'decimal-comma' }]))).toBe('123400');
    expect(parsed(field('amount'), transformCell('1,234', [{ do: 'decimal-comma' }]))).toBe('! not-whole-ore');
  });

  test('days kept as numbers go both ways', () =>
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = dayOfSerial(serial);
        expect(day).toBeDefined();
        expect(serialOfDay(day as Day)).toBe(serial);
      }),
    ));
});
