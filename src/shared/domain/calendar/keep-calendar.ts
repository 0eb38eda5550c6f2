import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Calendar, CalendarId, Eves, ServiceHours, Span } from './calendar.ts';
import type { CalendarEvent } from './events.ts';
import { hasHolidays, yearOf } from './public-holidays.ts';

export type LayUpCalendar = {
  readonly calendarId: CalendarId;
  readonly name: string;
  readonly customerGroup: string;
  readonly kind: Calendar['kind'];
  /** Null: years and exceptions of its own. */
  readonly follows: CalendarId | null;
  /** The clients whose work goes by it; none: all that have no calendar of their own. */
  readonly units: readonly string[];
  readonly fromDay: Day;
  readonly hours: ServiceHours;
  readonly years: readonly { readonly year: number; readonly eves: Eves }[];
};
type Faults = { readonly code: 'hours-in-wrong-order' } | { readonly code: 'year-out-of-reach'; readonly year: number };
export type CalendarRejection = { readonly code: 'not-found' } | Faults;
type Decided<Code> = Result<readonly CalendarEvent[], Code>;

/** Lays up a calendar: an office's, or a phone line's that follows one. */
export function decideLayingUp(
  { twin, office }: { readonly twin: Calendar | undefined; readonly office: Calendar | undefined },
  { calendarId: id, name, follows, fromDay, hours, years, ...facts }: LayUpCalendar,
): Decided<CalendarRejection | { readonly code: 'name-missing' } | { readonly code: 'already-registered' }> {
  if (name.trim() === '') return err({ code: 'name-missing' });
  if (twin !== undefined) return err({ code: 'already-registered' });
  // One step: what is followed follows nothing itself.
  if (follows !== null && (office === undefined || office.follows !== undefined)) return err({ code: 'not-found' });
  const fault = faultOf(hours) ?? years.map(({ year }) => faultOfYear(year)).find((one) => one !== undefined);
  if (fault !== undefined) return err(fault);
  const own = { ...facts, name: name.trim(), ...(follows !== null && { follows }) };
  return ok([{ on: 'calendar', id, type: 'calendar-laid-up', ...own, hours: [{ fromDay, hours }], years }]);
}

/** Other hours from a day on. What held before that day stays as it was. */
export function decideHours(
  calendar: Calendar | undefined,
  { fromDay, hours }: { readonly fromDay: Day; readonly hours: ServiceHours },
): Decided<CalendarRejection> {
  if (calendar === undefined) return err({ code: 'not-found' });
  const fault = faultOf(hours);
  return fault === undefined
    ? ok([{ on: 'calendar', id: calendar.id, type: 'calendar-hours-changed', fromDay, hours }])
    : err(fault);
}

/** Sets a year: which of its eves are ordinary, half days or closed. Said again, it holds instead, also for clocks that have started. */
export function decideYear(
  calendar: Calendar | undefined,
  { year, eves }: { readonly year: number; readonly eves: Eves },
): Decided<CalendarRejection> {
  if (calendar === undefined) return err({ code: 'not-found' });
  const fault = faultOfYear(year);
  return fault === undefined ? ok([{ on: 'calendar', id: calendar.id, type: 'calendar-year-set', year, eves }]) : err(fault);
}

/** Gives a day hours of its own (avvikelse), or closes it; `exception` null: as the rules have it again. */
export function decideException(
  calendar: Calendar | undefined,
  { day, exception }: { readonly day: Day; readonly exception: { readonly hours: Span | null; readonly note: string } | null },
): Decided<CalendarRejection | { readonly code: 'nothing-to-do' }> {
  if (calendar === undefined) return err({ code: 'not-found' });
  const on = { on: 'calendar', id: calendar.id } as const;
  if (exception === null)
    return calendar.exceptions.some((one) => one.day === day)
      ? ok([{ ...on, type: 'calendar-exception-removed', day }])
      : err({ code: 'nothing-to-do' });
  const fault =
    faultOfYear(yearOf(day)) ?? (isInOrder(exception.hours) ? undefined : ({ code: 'hours-in-wrong-order' } as const));
  return fault === undefined ? ok([{ ...on, type: 'calendar-exception-set', day, ...exception }]) : err(fault);
}

function faultOf({ week, lunch, summer, shortDay }: ServiceHours): Faults | undefined {
  const spans = [...week, lunch, summer?.hours ?? null, shortDay];
  const isRight = spans.every(isInOrder) && (summer === null || summer.fromWeek <= summer.throughWeek);
  return isRight ? undefined : { code: 'hours-in-wrong-order' };
}
const isInOrder = (span: Span | null): boolean => span === null || span[0] < span[1];
const faultOfYear = (year: number): Faults | undefined => (hasHolidays(year) ? undefined : { code: 'year-out-of-reach', year });
