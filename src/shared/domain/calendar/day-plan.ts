import { addDays, type Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CalendarGap, EveName, EveRule, KnownCalendar, ServiceHours, Span } from './calendar.ts';
import { isoWeekOf } from './iso-week.ts';
import { hasHolidays, publicHolidays, weekdayOf, yearOf } from './public-holidays.ts';

/** Why a day has the hours it has: the first of these that holds. */
export type DayReason =
  | 'exception'
  | 'weekend'
  | 'red-day'
  | 'closed-eve'
  | 'half-eve'
  | 'before-red-day'
  | 'bridge-day'
  | 'summer'
  | 'ordinary';

export type DayPlan = {
  readonly day: Day;
  /** When it is open, in order; none: closed. */
  readonly open: readonly Span[];
  readonly reason: DayReason;
};

/**
 * What a calendar says of a day. The shorter rule wins: closed, then the day before a red day or a bridge day, then summer, then the
 * week. A weekday that the calendar has closed each week is a `weekend` to it.
 *
 * Source: the service descriptions' hours of service; which eves are closed is asked of the customer, year by year.
 */
export function dayPlan(calendar: KnownCalendar, day: Day): Result<DayPlan, CalendarGap> {
  const gap = gapOn(calendar, day);
  if (gap !== undefined) return err(gap);
  const hours = hoursOn(calendar, day);
  if (hours === undefined) return err({ code: 'no-hours-yet', day });
  const plan = (reason: DayReason, span: Span | null, lunch = hours.lunch) =>
    ok({ day, reason, open: span === null ? [] : without(span, lunch) });

  const exception = calendar.exceptions.find((one) => one.day === day);
  if (exception !== undefined) return plan('exception', exception.hours, null);
  if (isRed(day)) return plan('red-day', null);
  const usual = hours.week[weekdayOf(day) - 1] ?? null;
  if (usual === null) return plan('weekend', null);
  const eve = eveRuleOn(calendar, day);
  if (eve === 'closed') return plan('closed-eve', null);
  const summer = hours.summer !== null && isWithin(isoWeekOf(day).week, hours.summer) ? hours.summer.hours : undefined;
  const base = summer ?? usual;
  if (hours.shortDay !== null) {
    const short = shortenedBy(calendar, day, eve, hours);
    if (short !== undefined) return plan(short, common(base, hours.shortDay));
  }
  return summer === undefined ? plan('ordinary', base) : plan('summer', base);
}

/** Whether the day counts for clocks that go by weekdays: Monday to Friday, not red, and not closed by the year or an exception. */
export function isCountedWeekday(calendar: KnownCalendar, day: Day): Result<boolean, CalendarGap> {
  const gap = gapOn(calendar, day);
  if (gap !== undefined) return err(gap);
  if (weekdayOf(day) > 5 || isRed(day)) return ok(false);
  const exception = calendar.exceptions.find((one) => one.day === day);
  if (exception !== undefined) return ok(exception.hours !== null);
  return ok(eveRuleOn(calendar, day) !== 'closed');
}

/** A public holiday, Sundays apart. False also where the years are not known: ask only for those that are. */
export const isRed = (day: Day): boolean => hasHolidays(yearOf(day)) && publicHolidays(yearOf(day)).has(day);

/** Which eve a day is. */
export function eveOn(day: Day): EveName | undefined {
  if (day.endsWith('-12-24')) return 'christmas-eve';
  if (day.endsWith('-12-31')) return 'new-years-eve';
  const tomorrow = hasHolidays(yearOf(day)) ? publicHolidays(yearOf(day)).get(addDays(day, 1)) : undefined;
  return tomorrow === 'easter-sunday' ? 'easter-eve' : tomorrow === 'midsummer-day' ? 'midsummer-eve' : undefined;
}

function gapOn({ years }: KnownCalendar, day: Day): CalendarGap | undefined {
  const year = yearOf(day);
  return hasHolidays(year) && years.some((one) => one.year === year) ? undefined : { code: 'year-not-set', year };
}

export const hoursOn = ({ hours }: KnownCalendar, day: Day): ServiceHours | undefined =>
  hours.findLast(({ fromDay }) => fromDay <= day)?.hours;

function eveRuleOn({ years }: KnownCalendar, day: Day): EveRule | undefined {
  const eve = eveOn(day);
  return eve && years.find(({ year }) => year === yearOf(day))?.eves[eve];
}

function shortenedBy(calendar: KnownCalendar, day: Day, eve: EveRule | undefined, hours: ServiceHours): DayReason | undefined {
  if (eve === 'half') return 'half-eve';
  if (isRed(addDays(day, 1))) return 'before-red-day';
  // A single working day between two that are not.
  return isOff(calendar, addDays(day, -1), hours) && isOff(calendar, addDays(day, 1), hours) ? 'bridge-day' : undefined;
}

/** Not a working day. Of a year that nobody has set only what is sure: its holidays and the days that are closed each week. */
function isOff(calendar: KnownCalendar, day: Day, { week }: ServiceHours): boolean {
  const exception = calendar.exceptions.find((one) => one.day === day);
  if (exception !== undefined) return exception.hours === null;
  return isRed(day) || (week[weekdayOf(day) - 1] ?? null) === null || eveRuleOn(calendar, day) === 'closed';
}

const isWithin = (week: number, { fromWeek, throughWeek }: { readonly fromWeek: number; readonly throughWeek: number }) =>
  fromWeek <= week && week <= throughWeek;

function common([from, until]: Span, [low, high]: Span): Span | null {
  const shared: Span = [Math.max(from, low), Math.min(until, high)];
  return shared[0] < shared[1] ? shared : null;
}

function without(span: Span, lunch: Span | null): readonly Span[] {
  if (lunch === null) return [span];
  const parts = [common(span, [0, lunch[0]]), common(span, [lunch[1], 1_440])];
  return parts.filter((part): part is Span => part !== null);
}
