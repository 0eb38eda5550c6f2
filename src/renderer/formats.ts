import { addDays, type Day, dayInSweden, daysBetween } from '../shared/base/day.ts';
import { weekdayOf } from '../shared/domain/calendar/index.ts';
import type { Texts } from './text/texts.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** A moment in a table: '14:30' today, else the day and the time. */
export function showMoment(atMs: number, today: Day, t: Texts): string {
  const day = dayInSweden(atMs);
  const time = clock.format(atMs);
  if (day === today) return `${t.common.today} ${time}`;
  return day === addDays(today, -1) ? `${t.common.yesterday} ${time}` : `${day} ${time}`;
}

/** A moment in a sentence: '14.30' today, else with its day. */
export function showMomentInProse(atMs: number, today: Day, t: Texts): string {
  const day = dayInSweden(atMs);
  const time = t.locale === 'sv-SE' ? clock.format(atMs).replace(':', '.') : clock.format(atMs);
  return day === today ? time : `${day} ${time}`;
}

/** A moment close by, in a sentence: '14.30' today, 'tis 14.30' within six days of it, else with its date. */
export function showMomentNear(atMs: number, today: Day, t: Texts): string {
  const day = dayInSweden(atMs);
  const away = Math.abs(daysBetween(today, day));
  if (away === 0 || away > 6) return showMomentInProse(atMs, today, t);
  return `${t.calendars.weekdays[weekdayOf(day) - 1]} ${showMomentInProse(atMs, day, t)}`;
}

/** A moment in full: '2026-11-22 14:30'. */
export const showFullMoment = (atMs: number): string => `${dayInSweden(atMs)} ${clock.format(atMs)}`;
