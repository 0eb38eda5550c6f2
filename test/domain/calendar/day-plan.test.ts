import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/shared/base/day.ts';
import {
  type Calendar,
  type DayPlan,
  dayPlan,
  isCountedWeekday,
  knownCalendar,
  usualCalendars,
  weekdayOf,
} from '../../../src/shared/domain/calendar/index.ts';
import { aCalendar, ordinaryEves } from '../../make/calendars.ts';

const clock = (minutes: number) => `${Math.floor(minutes / 60)}${minutes % 60 === 0 ? '' : `.${minutes % 60}`}`;
const shown = ({ open, reason }: DayPlan) =>
  `${open.map(([from, until]) => `${clock(from)}–${clock(until)}`).join(', ') || 'closed'} ${reason}`;
function plan(day: string, calendar: Calendar = aCalendar()): string {
  const found = dayPlan(calendar, day as Day);
  return found.ok ? shown(found.value) : JSON.stringify(found.error);
}
const eachDay = (year: number): readonly Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-01-01` as Day; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
};

describe('the hours of service', () => {
  test.each([
    ['2026-11-19', '8–12, 13–16 ordinary'],
    ['2026-11-20', '8–12, 13–15 ordinary'], // a Friday
    ['2026-11-21', 'closed weekend'],
    ['2027-01-05', '8–12 before-red-day'],
    ['2027-05-07', '8–12 bridge-day'],
    ['2026-01-02', '8–12 bridge-day'],
    ['2026-01-05', '8–12 before-red-day'], // also between two that are off
    ['2027-06-28', '8–12, 13–15 summer'], // week 26
    ['2027-08-20', '8–12, 13–15 summer'], // the Friday of week 33
    ['2027-08-23', '8–12, 13–16 ordinary'],
    ['2026-06-05', '8–12 before-red-day'], // before the national day on a Saturday
    ['2026-06-06', 'closed red-day'],
    ['2026-04-04', 'closed weekend'], // Easter Eve is always a Saturday
    ['2026-06-18', '8–12, 13–16 ordinary'], // before Midsummer Eve: no red day tomorrow
    ['2026-12-23', '8–12, 13–16 ordinary'],
  ])('%s: %s', (day, hours) => expect(plan(day)).toBe(hours));
});

describe('an eve, as the year has it', () => {
  test.each([
    ['2027-06-25', 'closed', 'closed closed-eve'],
    ['2027-06-25', 'half', '8–12 half-eve'],
    ['2027-06-25', 'ordinary', '8–12 before-red-day'],
    ['2026-12-31', 'closed', 'closed closed-eve'],
    ['2026-12-31', 'ordinary', '8–12 before-red-day'],
  ] as const)('%s %s: %s', (day, rule, hours) => {
    expect(plan(day, aCalendar('office', { 'midsummer-eve': rule, 'new-years-eve': rule }))).toBe(hours);
  });

  test('makes the single day before it a bridge day when it is closed, and not when it is ordinary', () => {
    expect(plan('2030-12-23')).toBe('8–12 bridge-day'); // a Monday
    expect(plan('2030-12-23', aCalendar('office', ordinaryEves))).toBe('8–12, 13–16 ordinary');
  });
});

describe('phone lines and other groups of customers', () => {
  test.each([
    ['phone-supplier-invoices', '2026-11-19', '8–15 ordinary'],
    ['phone-supplier-invoices', '2026-11-20', '8–12 ordinary'],
    ['phone-systems', '2026-11-20', '8–12 ordinary'],
    ['phone-customer-invoices', '2026-11-18', '8–15 ordinary'],
    ['phone-care', '2026-11-20', '9–12 ordinary'],
    ['phone-care', '2026-11-18', '9–12 ordinary'],
    ['phone-supplier-invoices', '2027-01-05', '8–12 before-red-day'],
    ['phone-supplier-invoices', '2027-07-01', '8–15 ordinary'], // the summer is no rule of theirs
    ['state-desk', '2026-11-20', '8–16.30 ordinary'],
    ['state-desk', '2027-01-05', '8–16.30 ordinary'],
    ['state-desk', '2027-01-06', 'closed red-day'],
  ] as const)('%s on %s: %s', (key, day, hours) => expect(plan(day, aCalendar(key))).toBe(hours));

  test('a phone line goes by the years and exceptions of its office', () => {
    const office = aCalendar('office', {}, [{ day: '2026-11-19' as Day, hours: null, note: 'Flytt' }]);
    const { years: _, ...own } = aCalendar('phone-systems');
    const line: Calendar = { ...own, id: 'x' as Calendar['id'], years: [], exceptions: [], follows: office.id };
    expect(dayPlan(line, '2026-11-20' as Day)).toEqual({ ok: false, error: { code: 'year-not-set', year: 2026 } });
    const known = knownCalendar(line, [office]);
    expect(dayPlan(known, '2026-11-19' as Day)).toMatchObject({ value: { open: [], reason: 'exception' } });
    expect(dayPlan(known, '2026-11-18' as Day)).toMatchObject({ value: { open: [[480, 900]] } });
  });
});

test('an exception goes before every rule', () => {
  const calendar = aCalendar('office', {}, [
    { day: '2026-11-19' as Day, hours: null, note: 'Utbildning' },
    { day: '2026-11-21' as Day, hours: [540, 720], note: 'Bokslut' },
  ]);
  expect([plan('2026-11-19', calendar), plan('2026-11-21', calendar)]).toEqual(['closed exception', '9–12 exception']);
  expect(isCountedWeekday(calendar, '2026-11-19' as Day)).toEqual({ ok: true, value: false });
});

test('hours that begin later hold from their day', () => {
  const before = aCalendar();
  const late = {
    ...before,
    hours: [...before.hours, { fromDay: '2026-12-01' as Day, hours: { ...usualCalendars[0].hours, lunch: null } }],
  };
  expect([plan('2026-11-30', late), plan('2026-12-01', late)]).toEqual(['8–12, 13–16 ordinary', '8–16 ordinary']);
  expect(dayPlan({ ...before, hours: late.hours.slice(1) }, '2026-11-30' as Day)).toMatchObject({
    error: { code: 'no-hours-yet' },
  });
});

test('a year that nobody has set gives no answer', () => {
  expect(dayPlan(aCalendar(), '2032-01-02' as Day)).toEqual({ ok: false, error: { code: 'year-not-set', year: 2032 } });
});

test.each([
  [2026, [167, 76, 8]],
  [2027, [170, 77, 6]],
])('how many days of %d are open until 16, until 15 and until 12', (year, counts) => {
  const ends = eachDay(year)
    .map((day) => dayPlan(aCalendar(), day))
    .map((found) => (found.ok ? found.value.open.at(-1)?.[1] : undefined));
  expect([960, 900, 720].map((end) => ends.filter((one) => one === end).length)).toEqual(counts);
});

test('the years 2026–2030, day by day', async () => {
  const names = ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'];
  const lines = [2026, 2027, 2028, 2029, 2030].flatMap(eachDay).map((day) => `${day} ${names[weekdayOf(day) - 1]}  ${plan(day)}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../golden/calendar/office-2026-2030.txt');
});
