import { type Day, dayInSweden } from '../../base/day.ts';
import {
  type Calendar,
  type CalendarGap,
  calendarOf,
  deadline,
  type KnownCalendar,
  type Pause,
  type WeekdayTally,
  weekdayTally,
} from '../calendar/index.ts';
import { workKinds } from '../work-queue/index.ts';

/** An invoice that somebody has vouched for: when it came in, when that was done. */
export type Answered<Id = string> = {
  readonly id: Id;
  readonly unitId: string;
  readonly receivedAtMs: number;
  readonly answeredAtMs: number;
};

/** Answered within the promised hours on weekdays (återkoppling inom 48 timmar): how many of how many, and how long it took. */
export type AnswerFigures = {
  readonly closed: number;
  readonly inTime: number;
  /** Counted time of the one in the middle, the quicker of two; null where there is none. */
  readonly medianMs: number | null;
  /** Of these nothing can be said: nobody has told their calendar. */
  readonly unknown: number;
  readonly gap: CalendarGap | null;
};

const { clock } = workKinds['supplier-invoice'];
const promisedMs = clock.hours * 3_600_000;

/** How one was answered: the time that its clock ran, and whether that was in time. Undefined: its calendar does not say. */
export type Timing = { readonly countedMs: number; readonly inTime: boolean };

/**
 * Times very many answers: the weekdays of each calendar are counted once. An answer is in time up to and at the moment that
 * `deadline` gives, which is tested.
 */
export function timeAnswers<Id>(
  answered: readonly Answered<Id>[],
  calendars: readonly Calendar[],
  pausesOf: (id: Id) => readonly Pause[],
): { readonly timings: readonly (Timing | undefined)[]; readonly gap: CalendarGap | null } {
  const known = new Map<string, { readonly calendar: KnownCalendar; readonly tally: WeekdayTally } | undefined>();
  let gap: CalendarGap | null = null;
  const [fromDay, throughDay] = daysOf(answered);
  const of = (unitId: string) => {
    if (known.has(unitId)) return known.get(unitId);
    const calendar = calendarOf(calendars, unitId);
    const tally = calendar && weekdayTally(calendar, fromDay, throughDay);
    if (tally?.ok !== true) gap ??= tally?.error ?? { code: 'no-hours-yet', day: fromDay };
    const found = calendar !== undefined && tally?.ok === true ? { calendar, tally: tally.value } : undefined;
    known.set(unitId, found);
    return found;
  };
  const timings = answered.map(({ id, unitId, receivedAtMs, answeredAtMs }): Timing | undefined => {
    const found = of(unitId);
    if (found === undefined) return undefined;
    const pauses = pausesOf(id);
    const countedMs =
      found.tally(answeredAtMs) - found.tally(receivedAtMs) - paused(found.tally, pauses, receivedAtMs, answeredAtMs);
    if (countedMs !== promisedMs) return { countedMs, inTime: countedMs < promisedMs };
    // The clock stood on the last minute: only up to the moment when it got there is it in time.
    const due = deadline(found.calendar, clock, receivedAtMs, { pauses, atMs: answeredAtMs });
    return { countedMs, inTime: due.ok && (due.value.dueMs ?? answeredAtMs) >= answeredAtMs };
  });
  return { timings, gap };
}

export function answerFigures(timings: readonly (Timing | undefined)[], gap: CalendarGap | null): AnswerFigures {
  const told = timings.filter((timing): timing is Timing => timing !== undefined);
  const counted = Float64Array.from(told, ({ countedMs }) => countedMs).sort();
  return {
    closed: told.length,
    inTime: told.filter(({ inTime }) => inTime).length,
    medianMs: counted[Math.floor((counted.length - 1) / 2)] ?? null,
    unknown: timings.length - told.length,
    gap,
  };
}

function daysOf(answered: readonly Answered<unknown>[]): readonly [Day, Day] {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, 0];
  for (const { receivedAtMs, answeredAtMs } of answered) {
    firstMs = Math.min(firstMs, receivedAtMs);
    lastMs = Math.max(lastMs, answeredAtMs);
  }
  return [dayInSweden(Number.isFinite(firstMs) ? firstMs : 0), dayInSweden(lastMs)];
}

/** How much of the counted time stood still. Pauses of one invoice never overlap: it is parked and taken back in turn. */
function paused(tally: WeekdayTally, pauses: readonly Pause[], fromMs: number, untilMs: number): number {
  return pauses.reduce((sum, pause) => {
    const from = Math.max(pause.fromMs, fromMs);
    const until = Math.min(pause.untilMs ?? untilMs, untilMs);
    return until > from ? sum + tally(until) - tally(from) : sum;
  }, 0);
}
