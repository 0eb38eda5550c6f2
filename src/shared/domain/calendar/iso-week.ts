import { addDays, type Day, daysBetween } from '../../base/day.ts';
import { weekdayOf, yearOf } from './public-holidays.ts';

/** A week by ISO 8601: its number, and the year that it belongs to. The first days of January may belong to the year before. */
export type IsoWeek = { readonly year: number; readonly week: number };

export function isoWeekOf(day: Day): IsoWeek {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(`${year}-01-01` as Day, thursday) / 7) + 1 };
}
