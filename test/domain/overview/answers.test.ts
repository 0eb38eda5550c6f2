import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInSweden } from '../../../src/shared/base/day.ts';
import { countedMs, deadline, type Pause, weekdayTally } from '../../../src/shared/domain/calendar/index.ts';
import { answerFigures, timeAnswers } from '../../../src/shared/domain/overview/index.ts';
import { aCalendar, swedish } from '../../make/calendars.ts';

const calendar = aCalendar();
const hourMs = 3_600_000;
/** Over Easter, two summer times, Christmas: moments of 2026 by the quarter of an hour, so that deadlines are met to the minute. */
const moments = fc.integer({ min: 0, max: 365 * 96 - 1 }).map((quarters) => swedish('2026-01-01') + quarters * 900_000);
const stretch = fc.tuple(moments, fc.integer({ min: 0, max: 20 * 96 })).map(([fromMs, quarters]) => ({
  fromMs,
  untilMs: fromMs + quarters * 900_000,
}));

test('the tally of weekdays is what the clock has counted between any two moments', () => {
  fc.assert(
    fc.property(stretch, ({ fromMs, untilMs }) => {
      const tally = weekdayTally(calendar, dayInSweden(fromMs), dayInSweden(untilMs));
      const counted = countedMs(calendar, 'weekday-hours', { fromMs, untilMs, pauses: [] });
      expect(tally.ok && tally.value(untilMs) - tally.value(fromMs)).toBe(counted.ok && counted.value);
    }),
    { numRuns: 200 },
  );
});

test('an answer is in time up to its deadline, and no longer, whatever stood still meanwhile', () => {
  fc.assert(
    fc.property(stretch, fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 2 }), ({ fromMs, untilMs }, halves) => {
      let atMs = fromMs;
      const pauses = halves.map(([after, length]): Pause => {
        const pause = {
          fromMs: atMs + after * 900_000,
          untilMs: atMs + (after + length) * 900_000,
          reason: 'waits-for-supplier',
        };
        atMs = pause.untilMs;
        return pause;
      });
      const one = { id: 'a', unitId: '1', receivedAtMs: fromMs, answeredAtMs: untilMs };
      const { timings } = timeAnswers([one], [calendar], () => pauses);
      const due = deadline(calendar, { kind: 'weekday-hours', hours: 48 }, fromMs, { pauses, atMs: untilMs });
      expect(timings[0]?.inTime).toBe(due.ok && (due.value.dueMs ?? 0) >= untilMs);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['Friday is answered on Tuesday to the minute', '2026-11-20 14:30', '2026-11-24 14:30', true],
  ['and not a minute later', '2026-11-20 14:30', '2026-11-24 14:31', false],
  ['Saturday’s clock ends with Tuesday', '2026-11-21 09:00', '2026-11-25 00:00', true],
  ['where the day after is closed no time runs, and it is late all the same', '2026-12-22 00:00', '2026-12-24 10:00', false],
  ['and at its last minute it is in time', '2026-12-22 00:00', '2026-12-24 00:00', true],
])('%s', (_, received, answered, inTime) => {
  const one = { id: 'a', unitId: '1', receivedAtMs: swedish(received), answeredAtMs: swedish(answered) };
  const { timings } = timeAnswers([one], [calendar], () => []);
  const due = deadline(calendar, { kind: 'weekday-hours', hours: 48 }, one.receivedAtMs, { pauses: [], atMs: one.answeredAtMs });
  expect([timings[0]?.inTime, due.ok && (due.value.dueMs ?? 0) >= one.answeredAtMs]).toEqual([inTime, inTime]);
});

test('the figures count what is known, and say of what nothing is', () => {
  const timing = (hours: number) => ({ countedMs: hours * hourMs, inTime: hours <= 48 });
  const gap = { code: 'year-not-set', year: 2033 } as const;
  expect(answerFigures([timing(60), timing(2), undefined, timing(10), timing(4)], gap)).toEqual({
    ...{ closed: 4, inTime: 3, medianMs: 4 * hourMs, unknown: 1, gap },
  });
  expect(answerFigures([], null).medianMs).toBeNull();
});
