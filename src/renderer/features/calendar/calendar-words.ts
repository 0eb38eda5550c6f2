import { addDays, type Day } from '../../../shared/base/day.ts';
import {
  type Calendar,
  type CalendarGap,
  type DayPlan,
  dayPlan,
  type KnownCalendar,
  openingAt,
  publicHolidays,
  showSpans,
  weekdayOf,
  yearOf,
} from '../../../shared/domain/calendar/index.ts';
import { showMomentNear } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** What a calendar has not been told. */
export const gapSentence = (gap: CalendarGap, t: Texts): string =>
  gap.code === 'year-not-set' ? fill(t.calendars.gap[gap.code], { year: gap.year }) : t.calendars.gap[gap.code];

/** '8–12, 13–16', or that it is closed. */
export const hoursOfDay = ({ open }: DayPlan, t: Texts): string => (open.length === 0 ? t.calendars.closed : showSpans(open));

/** 'Öppet till 12.00', 'Stängt, öppnar tis 8.00'. */
export function openingSentence(calendar: KnownCalendar, atMs: number, today: Day, t: Texts): string {
  const opening = openingAt(calendar, atMs);
  if (!opening.ok) return gapSentence(opening.error, t);
  const { isOpen, changesAtMs } = opening.value;
  return fill(isOpen ? t.calendars.openUntil : t.calendars.opens, { time: showMomentNear(changesAtMs, today, t) });
}

/** Why a day has its hours: a red day by its name. */
export function reasonOfDay(calendar: Pick<Calendar, 'exceptions'>, { day, reason }: DayPlan, t: Texts): string {
  if (reason === 'red-day') {
    const name = publicHolidays(yearOf(day)).get(day);
    return name === undefined ? '' : t.calendars.holiday[name];
  }
  const note = calendar.exceptions.find((one) => one.day === day)?.note ?? '';
  return reason === 'exception' && note !== '' ? note : t.calendars.reason[reason];
}

const lookAheadDays = 70;

/** The weekdays of the next ten weeks that are not as ever; up to the first day that the calendar cannot answer for. */
export function comingDays(
  calendar: KnownCalendar,
  from: Day,
): { readonly days: readonly DayPlan[]; readonly gap: CalendarGap | undefined } {
  const days: DayPlan[] = [];
  for (let place = 0; place < lookAheadDays; place += 1) {
    const plan = dayPlan(calendar, addDays(from, place));
    if (!plan.ok) return { days, gap: plan.error };
    if (!['ordinary', 'weekend', 'summer'].includes(plan.value.reason)) days.push(plan.value);
  }
  return { days, gap: undefined };
}

/** 'tor 2026-12-24' */
export const dayWithWeekday = (day: Day, t: Texts): string => `${t.calendars.weekdays[weekdayOf(day) - 1]} ${day}`;
