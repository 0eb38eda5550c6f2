import { ok, type Result } from '../../base/result.ts';
import type { CalendarGap, KnownCalendar } from './calendar.ts';
import { type Clock, deadline } from './clock.ts';

const minuteMs = 60_000;
/** Longer than any clock takes over any run of closed days. */
const longestMs = 120 * 24 * 3_600_000;

/**
 * The last whole minute at which something could come in to be due by a moment; what came in later is due later, for a clock never
 * falls due earlier for what came later. So a list in the order of arrival is one in the order of deadlines.
 */
export function latestArrivalDueBy(calendar: KnownCalendar, clock: Clock, untilMs: number): Result<number, CalendarGap> {
  let low = Math.floor((untilMs - longestMs) / minuteMs); // due by then
  let high = Math.ceil(untilMs / minuteMs); // not, or just
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const due = deadline(calendar, clock, middle * minuteMs, { pauses: [], atMs: untilMs });
    if (!due.ok) return due;
    if (due.value.dueMs !== undefined && due.value.dueMs <= untilMs) low = middle;
    else high = middle;
  }
  return ok(low * minuteMs);
}
