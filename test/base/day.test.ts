import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayInSweden, daysBetween, parseDay } from '../../src/shared/base/day.ts';

test.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
  ['2026-11-22T00:00', false],
])('%s is a day: %s', (text, isDay) => {
  expect(parseDay(text).ok).toBe(isDay);
});

test('adding days and counting them are each other’s opposite', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const from = '2026-11-22' as Day;
      const to = addDays(from, days);
      expect(parseDay(to).ok).toBe(true);
      expect(daysBetween(from, to)).toBe(days);
      expect(to > from).toBe(days > 0);
    }),
  );
});

test('a moment late in the evening UTC is the next day in Sweden', () => {
  expect(dayInSweden(Date.UTC(2026, 10, 22, 22, 59))).toBe('2026-11-22');
  expect(dayInSweden(Date.UTC(2026, 10, 22, 23, 1))).toBe('2026-11-23');
  expect(dayInSweden(Date.UTC(2026, 5, 22, 22, 1))).toBe('2026-06-23');
});
