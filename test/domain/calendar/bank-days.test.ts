import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { bankDaysLeft, parseFiscalPeriod } from '../../../src/shared/domain/calendar/index.ts';

describe('bank days left', () => {
  test.each([
    ['2026-11-25', '2026-11-25', 1],
    ['2026-11-25', '2026-11-24', 0],
    ['2026-11-25', '2026-11-30', 4],
    ['2026-11-28', '2026-11-29', 0], // a weekend
    ['2026-12-23', '2026-12-27', 1], // Christmas Eve, Christmas and a Sunday
    ['2026-12-30', '2027-01-03', 1],
    ['2027-06-24', '2027-06-27', 1], // Midsummer Eve
    ['2026-05-13', '2026-05-15', 2],
  ])('from %s to %s: %d', (from, dueDay, left) => {
    expect(bankDaysLeft(from as Day, dueDay as Day, 5)).toEqual({ ok: true, value: left });
  });
  test('no more are counted than are asked for', () => {
    expect(bankDaysLeft('2026-11-25' as Day, '9999-12-31' as Day, 3)).toEqual({ ok: true, value: 3 });
  });
  test('a year without holidays that are known is said', () => {
    expect(bankDaysLeft('1999-11-25' as Day, '1999-11-26' as Day, 3)).toEqual({
      ok: false,
      error: { code: 'year-not-set', year: 1999 },
    });
  });
});

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026K4', '2026-10-01', '2026-12-31'],
  ['2026t2', '2026-05-01', '2026-08-31'],
])('the fiscal period %s', (text, fromDay, throughDay) => expect(parseFiscalPeriod(text)).toEqual({ fromDay, throughDay }));

test.each(['', '26', '2026-13', '2026-00', '2026K5', '2026T4', '2026K0', '2026-1'])('%j is no fiscal period', (text) => {
  expect(parseFiscalPeriod(text)).toBeUndefined();
});
