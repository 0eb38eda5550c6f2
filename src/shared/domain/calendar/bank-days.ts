import { addDays, type Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CalendarGap } from './calendar.ts';
import { eveOn, isRed } from './day-plan.ts';
import { hasHolidays, weekdayOf, yearOf } from './public-holidays.ts';

/**
 * Whether banks move money on a day (bankdag): no weekend, no red day, and none of the three eves of midsummer, Christmas and the new
 * year. Only for years that `hasHolidays`.
 *
 * Source: Bankgirot's list of days without clearing.
 */
const isBankDay = (day: Day): boolean => weekdayOf(day) < 6 && !isRed(day) && eveOn(day) === undefined;

/**
 * How many bank days are left, `from` itself among them, to pay what is due on a day: 1 on the last of them, 0 when it is too late for
 * the money to be there in time. `most` bounds the search: more than that are that many.
 */
export function bankDaysLeft(from: Day, dueDay: Day, most: number): Result<number, CalendarGap> {
  let left = 0;
  for (let day = from; day <= dueDay && left < most; day = addDays(day, 1)) {
    if (!hasHolidays(yearOf(day))) return err({ code: 'year-not-set', year: yearOf(day) });
    if (isBankDay(day)) left += 1;
  }
  return ok(left);
}
