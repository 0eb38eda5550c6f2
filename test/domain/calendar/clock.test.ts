import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInSweden } from '../../../src/shared/base/day.ts';
import { minutesInSweden } from '../../../src/shared/base/swedish-time.ts';
import {
  type Calendar,
  type Clock,
  countedMs,
  dayPlan,
  deadline,
  isCountedWeekday,
  openingAt,
  type Pause,
} from '../../../src/shared/domain/calendar/index.ts';
import { aCalendar, ordinaryEves, swedish } from '../../make/calendars.ts';

const feedback: Clock = { kind: 'weekday-hours', hours: 48 };
const show = (atMs: number | undefined) =>
  atMs === undefined
    ? 'stands still'
    : `${dayInSweden(atMs)} ${String(Math.floor(minutesInSweden(atMs) / 60)).padStart(2, '0')}:${String(minutesInSweden(atMs) % 60).padStart(2, '0')}`;
function due(from: string, calendar: Calendar, clock: Clock = feedback, pauses: readonly Pause[] = [], at = from): string {
  const found = deadline(calendar, clock, swedish(from), { pauses, atMs: swedish(at) });
  return found.ok ? show(found.value.dueMs) : JSON.stringify(found.error);
}
const open = aCalendar('office', ordinaryEves);
const closed = aCalendar();

describe('an answer within 48 hours on weekdays', () => {
  test.each([
    ['2026-11-20 14:30', '2026-11-24 14:30', open],
    ['2026-12-23 09:00', '2026-12-28 09:00', open], // Christmas Eve is no holiday in law
    ['2026-12-23 09:00', '2026-12-29 09:00', closed], // and stops the clock where the year says closed
    ['2027-03-25 10:00', '2027-03-31 10:00', open], // Maundy Thursday
    ['2027-05-05 16:20', '2027-05-10 16:20', open],
    ['2026-11-21 09:00', '2026-11-25 00:00', open], // a Saturday
    ['2026-04-02 10:00', '2026-04-08 10:00', closed],
    ['2027-03-25 10:00', '2027-03-31 10:00', closed], // over the night when summer time begins
    ['2026-10-23 12:00', '2026-10-27 12:00', closed], // over the night when it ends
  ] as const)('%s → %s', (from, until, calendar) => expect(due(from, calendar)).toBe(until));

  test('half an eve does not stop it', () => {
    expect(due('2026-12-23 09:00', aCalendar('office', { 'christmas-eve': 'half' }))).toBe('2026-12-28 09:00');
  });
  test('a year that is not set is said, not guessed', () => {
    expect(due('2031-12-30 09:00', closed)).toBe('{"code":"year-not-set","year":2032}');
  });
  test('a calendar that is changed afterwards moves the deadline', () => {
    const later = { ...closed, exceptions: [{ day: dayInSweden(swedish('2026-11-23')), hours: null, note: 'Strömavbrott' }] };
    expect(due('2026-11-20 14:30', later)).toBe('2026-11-25 14:30');
  });
});

describe('pauses', () => {
  const pause = (from: string, until: string | null): Pause => ({
    fromMs: swedish(from),
    untilMs: until === null ? null : swedish(until),
    reason: 'waits-for-supplier',
  });
  test('move the deadline by what they took of the clock, and by nothing when it stood still anyhow', () => {
    expect(due('2026-11-16 10:00', closed, feedback, [pause('2026-11-16 12:00', '2026-11-17 12:00')])).toBe('2026-11-19 10:00');
    expect(due('2026-11-20 14:30', closed, feedback, [pause('2026-11-21 08:00', '2026-11-22 20:00')])).toBe('2026-11-24 14:30');
  });
  test('that overlap count once, and are told in all', () => {
    const pauses = [pause('2026-11-16 12:00', '2026-11-16 16:00'), pause('2026-11-16 14:00', '2026-11-16 18:00')];
    expect(due('2026-11-16 10:00', closed, feedback, pauses)).toBe('2026-11-18 16:00');
    const found = deadline(closed, feedback, swedish('2026-11-16 10:00'), { pauses, atMs: swedish('2026-11-17 00:00') });
    expect(found).toMatchObject({ value: { pausedMs: 6 * 3_600_000 } });
  });
  test('without an end give no deadline', () => {
    expect(due('2026-11-16 10:00', closed, feedback, [pause('2026-11-16 12:00', null)], '2026-11-17 12:00')).toBe('stands still');
  });
});

describe('the same day, and hours of opening', () => {
  test.each([
    ['2026-11-19 09:00', '2026-11-19 16:00'],
    ['2026-11-20 14:59', '2026-11-20 15:00'],
    ['2026-11-20 15:00', '2026-11-23 16:00'],
    ['2027-01-05 12:30', '2027-01-07 16:00'],
  ])('%s is due %s', (from, until) => expect(due(from, closed, { kind: 'same-day' })).toBe(until));
  test('lunch does not count', () => {
    expect(due('2026-11-19 11:00', closed, { kind: 'open-hours', hours: 4 })).toBe('2026-11-19 16:00');
    expect(due('2026-11-19 15:30', closed, { kind: 'open-hours', hours: 1 })).toBe('2026-11-20 08:30');
  });
});

test.each([
  ['2026-11-19 09:00', true, '2026-11-19 12:00'],
  ['2026-11-19 12:30', false, '2026-11-19 13:00'],
  ['2026-12-23 17:00', false, '2026-12-28 08:00'],
])('at %s open: %s, until %s', (at, isOpen, changes) => {
  expect(openingAt(closed, swedish(at))).toEqual({ ok: true, value: { isOpen, changesAtMs: swedish(changes) } });
});

describe('whatever the calendar', () => {
  const eve = fc.constantFrom('ordinary' as const, 'half' as const, 'closed' as const);
  const calendars = fc
    .record({ 'christmas-eve': eve, 'midsummer-eve': eve, 'new-years-eve': eve })
    .map((eves) => aCalendar('office', eves));
  const moments = fc.integer({ min: swedish('2026-01-01'), max: swedish('2030-06-01') });
  const clocks = fc.oneof(
    fc.record({ kind: fc.constantFrom('weekday-hours' as const, 'open-hours' as const), hours: fc.integer({ min: 1, max: 60 }) }),
    fc.constant({ kind: 'same-day' as const }),
  );
  const pauses = fc.array(
    fc
      .tuple(moments, fc.integer({ min: 1, max: 200 * 3_600_000 }))
      .map(([fromMs, length]): Pause => ({ fromMs, untilMs: fromMs + length, reason: 'x' })),
    { maxLength: 4 },
  );
  const dueOf = (calendar: Calendar, clock: Clock, fromMs: number, halts: readonly Pause[]): number => {
    const found = deadline(calendar, clock, fromMs, { pauses: halts, atMs: fromMs });
    if (!found.ok || found.value.dueMs === undefined) throw new Error('no deadline');
    return found.value.dueMs;
  };

  test('what came later never falls due earlier', () => {
    fc.assert(
      fc.property(calendars, clocks, moments, moments, pauses, (calendar, clock, a, b, halts) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(dueOf(calendar, clock, first, halts)).toBeLessThanOrEqual(dueOf(calendar, clock, second, halts));
      }),
    );
  });

  test('a clock of hours always ends, just when its hours have run', () => {
    fc.assert(
      fc.property(calendars, clocks, moments, pauses, (calendar, clock, fromMs, halts) => {
        if (clock.kind === 'same-day') return;
        const untilMs = dueOf(calendar, clock, fromMs, halts);
        const counted = countedMs(calendar, clock.kind, { fromMs, untilMs, pauses: halts });
        expect(counted).toEqual({ ok: true, value: clock.hours * 3_600_000 });
      }),
    );
  });

  test('it never runs while closed or paused', () => {
    fc.assert(
      fc.property(calendars, moments, pauses, fc.integer({ min: 1, max: 120 }), (calendar, fromMs, halts, minutes) => {
        const untilMs = fromMs + minutes * 60_000;
        const day = dayInSweden(fromMs);
        fc.pre(day === dayInSweden(untilMs - 1));
        const whole = { fromMs, untilMs, pauses: [] };
        const plan = dayPlan(calendar, day);
        const isShut =
          plan.ok &&
          !plan.value.open.some(([from, end]) => from < minutesInSweden(untilMs - 1) + 1 && end > minutesInSweden(fromMs));
        if (isShut) expect(countedMs(calendar, 'open-hours', whole)).toEqual({ ok: true, value: 0 });
        const counted = isCountedWeekday(calendar, day);
        if (counted.ok && !counted.value) expect(countedMs(calendar, 'weekday-hours', whole)).toEqual({ ok: true, value: 0 });
        for (const halt of halts)
          expect(
            countedMs(calendar, 'weekday-hours', { fromMs: halt.fromMs, untilMs: halt.untilMs ?? 0, pauses: halts }),
          ).toEqual({ ok: true, value: 0 });
      }),
    );
  });
});
