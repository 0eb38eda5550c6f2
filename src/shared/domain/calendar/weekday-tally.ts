import { addDays, type Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { momentInSweden } from '../../base/swedish-time.ts';
import type { CalendarGap, KnownCalendar } from './calendar.ts';
import { isCountedWeekday } from './day-plan.ts';

/** How long clocks that go by weekdays have run since the first day began, at a moment within the days of the tally. */
export type WeekdayTally = (atMs: number) => number;

const dayMs = 86_400_000;

/**
 * Counts weekdays once, for those who ask about very many stretches of the same days: what has run between two moments is the difference of
 * the tally at them, the same as `countedMs` says of each.
 */
export function weekdayTally(calendar: KnownCalendar, fromDay: Day, throughDay: Day): Result<WeekdayTally, CalendarGap> {
  const starts: number[] = [];
  const runs: boolean[] = [];
  const sums: number[] = [0];
  for (let day = fromDay; day <= throughDay; day = addDays(day, 1)) {
    const counted = isCountedWeekday(calendar, day);
    if (!counted.ok) return err(counted.error);
    const start = momentInSweden(day);
    starts.push(start);
    runs.push(counted.value);
    sums.push((sums.at(-1) ?? 0) + (counted.value ? momentInSweden(addDays(day, 1)) - start : 0));
  }
  const firstMs = starts[0] ?? 0;
  return ok((atMs) => {
    let place = Math.floor((atMs - firstMs) / dayMs);
    // A day may be 23 or 25 hours long, so that the guess is a day off at most.
    if (atMs < (starts[place] ?? Number.POSITIVE_INFINITY)) place -= 1;
    else if (atMs >= (starts[place + 1] ?? Number.POSITIVE_INFINITY)) place += 1;
    return (sums[place] ?? 0) + (runs[place] ? atMs - (starts[place] ?? 0) : 0);
  });
}
