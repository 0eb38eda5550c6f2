import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  type Calendar,
  type CalendarEvent,
  calendarOf,
  decideException,
  decideHours,
  decideLayingUp,
  decideYear,
  evolveCalendar,
  usualCalendars,
  usualEves,
} from '../../../src/shared/domain/calendar/index.ts';
import { aCalendar } from '../../make/calendars.ts';

const office = aCalendar();
const hours = usualCalendars[0].hours;
const wanted = {
  calendarId: office.id,
  name: ' Kontoret ',
  customerGroup: 'region',
  kind: 'office' as const,
  follows: null,
  units: [],
  fromDay: '2026-01-01' as Day,
  hours,
  years: [{ year: 2026, eves: usualEves }],
};
const code = (decided: { readonly ok: boolean; readonly error?: { readonly code: string } }) => decided.error?.code ?? 'ok';
const wrong = { ...hours, lunch: [780, 720] as const };

describe('calendars/lay-up', () => {
  const line: Calendar = { ...office, follows: office.id };
  test.each([
    [{}, { name: '' }, 'name-missing'],
    [{ twin: office }, {}, 'already-registered'],
    [{}, { follows: office.id }, 'not-found'],
    [{ office: line }, { follows: office.id }, 'not-found'],
    [{ office }, { follows: office.id, hours: wrong }, 'hours-in-wrong-order'],
    [{ office }, { follows: office.id, years: [{ year: 1999, eves: usualEves }] }, 'year-out-of-reach'],
    [{ office }, { follows: office.id }, 'ok'],
    [{}, {}, 'ok'],
  ])('%#', (facts, change, outcome) => {
    expect(code(decideLayingUp({ twin: undefined, office: undefined, ...facts }, { ...wanted, ...change }))).toBe(outcome);
  });
});

test('calendars/change-hours', () => {
  expect(code(decideHours(undefined, wanted))).toBe('not-found');
  expect(code(decideHours(office, { ...wanted, hours: wrong }))).toBe('hours-in-wrong-order');
  expect(code(decideHours(office, wanted))).toBe('ok');
});
test('calendars/set-year', () => {
  expect(code(decideYear(undefined, { year: 2026, eves: usualEves }))).toBe('not-found');
  expect(code(decideYear(office, { year: 2300, eves: usualEves }))).toBe('year-out-of-reach');
  expect(code(decideYear(office, { year: 2040, eves: usualEves }))).toBe('ok');
});
test('calendars/set-exception', () => {
  const day = '2026-11-19' as Day;
  expect(code(decideException(undefined, { day, exception: null }))).toBe('not-found');
  expect(code(decideException(office, { day, exception: null }))).toBe('nothing-to-do');
  expect(code(decideException(office, { day, exception: { hours: [700, 600], note: '' } }))).toBe('hours-in-wrong-order');
  expect(code(decideException(office, { day, exception: { hours: null, note: 'Flytt' } }))).toBe('ok');
});

test('whatever is set in whatever order, each day, year and start of hours is there once and in order, as it was set last', () => {
  const any = fc.oneof(
    fc
      .record({ day: fc.constantFrom('2026-11-19', '2026-01-02'), shut: fc.boolean() })
      .map(
        ({ day, shut }): CalendarEvent =>
          shut
            ? { on: 'calendar', id: office.id, type: 'calendar-exception-set', day: day as Day, hours: null, note: '' }
            : { on: 'calendar', id: office.id, type: 'calendar-exception-removed', day: day as Day },
      ),
    fc
      .integer({ min: 2026, max: 2029 })
      .map((year): CalendarEvent => ({ on: 'calendar', id: office.id, type: 'calendar-year-set', year, eves: usualEves })),
    fc.constantFrom('2024-01-01', '2026-01-01').map(
      (fromDay): CalendarEvent => ({
        on: 'calendar',
        id: office.id,
        type: 'calendar-hours-changed',
        fromDay: fromDay as Day,
        hours,
      }),
    ),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (events) => {
      const after = events.reduce<Calendar>(evolveCalendar, office);
      const lists = [
        after.exceptions.map(({ day }) => day),
        after.years.map(({ year }) => String(year)),
        after.hours.map(({ fromDay }) => fromDay),
      ];
      for (const list of lists) expect(list).toEqual([...new Set(list)].sort());
      expect(after.rev).toBe(office.rev + events.length);
    }),
  );
});

test('the work of a client goes by the office that names it, else by the one for all', () => {
  const own: Calendar = { ...office, id: 'own' as Calendar['id'], units: ['2'], hours: [] };
  expect(calendarOf([office, own], '2')).toBe(own);
  expect(calendarOf([own, office], '1')).toBe(office);
  expect(calendarOf([own], '1')).toBeUndefined();
  expect(calendarOf([aCalendar('phone-care')], '1')).toBeUndefined();
});
