import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, dayInSweden } from '../../src/shared/base/day.ts';
import { minutesInSweden, momentInSweden } from '../../src/shared/base/swedish-time.ts';

test.each([
  ['2026-01-15', 0, '2026-01-14T23:00:00Z'],
  ['2026-07-15', 8 * 60, '2026-07-15T06:00:00Z'],
  ['2026-03-29', 0, '2026-03-28T23:00:00Z'], // the day of 23 hours
  ['2026-03-29', 12 * 60, '2026-03-29T10:00:00Z'],
  ['2026-03-29', 2 * 60 + 30, '2026-03-29T01:30:00Z'], // skipped: what the clock shows then is 03:30
  ['2026-10-25', 2 * 60 + 30, '2026-10-25T00:30:00Z'], // comes twice: the first
  ['2026-10-26', 0, '2026-10-25T23:00:00Z'],
] as const)('%s, %d minutes past midnight', (day, minutes, utc) => {
  expect(new Date(momentInSweden(day as Day, minutes)).toISOString()).toBe(utc.replace('Z', '.000Z'));
});

test('a moment shown and read again is the same minute, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 366 * 24 * 60 }), (minute) => {
      const atMs = Date.UTC(2000, 0, 1) + minute * 60_000;
      const again = momentInSweden(dayInSweden(atMs), minutesInSweden(atMs));
      expect([0, 3_600_000]).toContain(atMs - again);
    }),
  );
});
