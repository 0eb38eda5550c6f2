import { type Day, dayInSweden } from '../shared/base/day.ts';

const minuteMs = 60_000;

/** Today in Sweden. It is worked out once a minute: a day begins with a minute, and hundreds ask at the same time. */
export function dayClock(clock: () => number): () => Day {
  let minute = Number.NaN;
  let day = dayInSweden(0);
  return () => {
    const now = Math.floor(clock() / minuteMs);
    if (now !== minute) {
      minute = now;
      day = dayInSweden(now * minuteMs);
    }
    return day;
  };
}
