import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { easterSunday, hasHolidays, isoWeekOf, publicHolidays } from '../../../src/shared/domain/calendar/index.ts';

const years = Array.from({ length: 95 }, (_, place) => 2005 + place);

test('the holidays of 2005–2099 are those that a kept library has as public, Sundays apart', () => {
  const library = new Holidays('SE');
  for (const year of years) {
    const theirs = library
      .getHolidays(year)
      .filter(({ type, name }) => type === 'public' && !['Söndag', 'Julafton', 'Nyårsafton', 'Midsommarafton'].includes(name))
      .map(({ date }) => date.slice(0, 10));
    expect([...publicHolidays(year).keys()].sort(), String(year)).toEqual([...new Set(theirs)].sort());
  }
});

test.each([
  [2026, '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26'],
  [2027, '01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 12-25 12-26'],
])('the red days of %d', (year, days) => {
  expect([...publicHolidays(year).keys()]).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test('Easter falls between 22 March and 25 April, on both of them some year', () => {
  const days = Array.from({ length: 400 }, (_, place) => easterSunday(1900 + place).slice(5)).sort();
  expect([days[0], days.at(-1)]).toEqual(['03-22', '04-25']);
});

test('a year before the law as it stands, or beyond what is sure, has none', () => {
  expect([2004, 2005, 2199, 2200].map(hasHolidays)).toEqual([false, true, true, false]);
});

describe('ISO weeks', () => {
  test.each([
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2026-06-22', 2026, 26],
    ['2026-08-16', 2026, 33],
  ])('%s', (day, year, week) => expect(isoWeekOf(day as Day)).toEqual({ year, week }));
});
