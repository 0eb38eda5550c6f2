import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { decideLayingUp, parseSpan, showSpans, usualLayUps } from '../../../src/shared/domain/calendar/index.ts';

test.each([
  ['8–16', [480, 960]],
  ['8.30-12', [510, 720]],
  [' 08:00 – 16:30 ', [480, 990]],
  ['0-24', [0, 1_440]],
  ['', null],
])('%j', (text, span) => expect(parseSpan(text)).toEqual({ ok: true, value: span }));
test.each(['8', '16-8', '8-25', '8.60-9', 'åtta', '8-8'])('%j is no hours', (text) => expect(parseSpan(text).ok).toBe(false));

test('what is shown is read as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_438 }), fc.integer({ min: 1, max: 1_440 }), (from, length) => {
      const until = Math.min(1_440, from + length);
      expect(parseSpan(showSpans([[from, until]]))).toEqual({ ok: true, value: [from, until] });
    }),
  );
});

test('the usual calendars can be laid up one after the other, each phone line after its office', () => {
  const names = {
    calendar: {
      office: 'a',
      'phone-systems': 'b',
      'phone-customer-invoices': 'c',
      'phone-supplier-invoices': 'd',
      'phone-care': 'e',
      'state-desk': 'f',
    },
    customerGroup: { region: 'r', state: 's' },
  };
  const made: string[] = [];
  const layUps = usualLayUps(names, '2026-11-25' as Day, () => `id-${made.push('')}`);
  const [first] = layUps;
  const office = { id: first?.calendarId } as never;
  for (const one of layUps)
    expect(decideLayingUp({ twin: undefined, office: one.follows === null ? undefined : office }, one).ok).toBe(true);
  expect(layUps.map(({ follows }) => follows)).toEqual([null, 'id-1', 'id-1', 'id-1', 'id-1', null]);
  expect(first?.years.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028]);
});
