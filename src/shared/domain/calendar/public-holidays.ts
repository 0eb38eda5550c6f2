import { addDays, type Day } from '../../base/day.ts';

/** The public holidays (allmänna helgdagar, röda dagar) that are not every Sunday. */
export const holidayNames = [
  'new-years-day',
  'epiphany',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'may-day',
  'ascension-day',
  'whit-sunday',
  'national-day',
  'midsummer-day',
  'all-saints-day',
  'christmas-day',
  'boxing-day',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/** The first year of the list as the law has it now: from 2005 the sixth of June is a holiday and Whit Monday is not. */
const firstHolidayYear = 2005;
const lastHolidayYear = 2199;

export const hasHolidays = (year: number): boolean => year >= firstHolidayYear && year <= lastHolidayYear;

/**
 * The public holidays of a year that `hasHolidays`, by day.
 *
 * Source: lag (1989:253) om allmänna helgdagar, as changed from 2005. Easter by the Gregorian rule.
 */
export function publicHolidays(year: number): ReadonlyMap<Day, HolidayName> {
  const known = computed.get(year);
  if (known !== undefined) return known;
  const on = (monthAndDay: string) => `${year}-${monthAndDay}` as Day;
  const easter = easterSunday(year);
  const holidays = new Map<Day, HolidayName>([
    [on('01-01'), 'new-years-day'],
    [on('01-06'), 'epiphany'],
    [addDays(easter, -2), 'good-friday'],
    [easter, 'easter-sunday'],
    [addDays(easter, 1), 'easter-monday'],
    [on('05-01'), 'may-day'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'whit-sunday'],
    [on('06-06'), 'national-day'],
    [saturdayFrom(on('06-20')), 'midsummer-day'],
    [saturdayFrom(on('10-31')), 'all-saints-day'],
    [on('12-25'), 'christmas-day'],
    [on('12-26'), 'boxing-day'],
  ]);
  computed.set(year, holidays);
  return holidays;
}

/** A year's holidays never change, and clocks ask for them day by day. */
const computed = new Map<number, ReadonlyMap<Day, HolidayName>>();

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The Saturday of the seven days that begin with this one. */
const saturdayFrom = (day: Day): Day => addDays(day, (13 - weekdayOf(day)) % 7);

/** Easter Sunday, by the anonymous Gregorian algorithm. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor(century / 4);
  const moon = (19 * golden + century - skipped - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const place = moon + toSunday - 7 * late + 114;
  const [month, day] = [Math.floor(place / 31), (place % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day;
}
