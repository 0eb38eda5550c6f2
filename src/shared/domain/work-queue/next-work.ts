import type { Day } from '../../base/day.ts';
import { dayInSweden } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import type { Role } from '../access/index.ts';
import { bankDaysLeft, type CalendarGap, deadline, type KnownCalendar, type Pause } from '../calendar/index.ts';
import { type WorkKind, workKinds } from './work-kinds.ts';

/** Something to do, of whatever kind. */
export type Work = {
  readonly kind: WorkKind;
  readonly id: string;
  /** Whom or what it is about; null: not known. */
  readonly name: string | null;
  readonly detail: string | null;
  /** When it came in. */
  readonly sinceMs: number;
  /** The day that something is to be paid; null: nothing is. */
  readonly payBy: Day | null;
  /** Who works on it; null: nobody. */
  readonly holder: PersonId | null;
};

/** How pressed a clock is, the worst first. */
export const pressures = ['late', 'soon', 'today', 'plenty', 'waiting'] as const;
export type Pressure = (typeof pressures)[number];
const soonMs = 2 * 3_600_000;

/** `dueMs` undefined: its clock stands still. */
export function pressureOf(dueMs: number | undefined, atMs: number): Pressure {
  if (dueMs === undefined) return 'waiting';
  if (dueMs <= atMs) return 'late';
  if (dueMs - atMs < soonMs) return 'soon';
  return dayInSweden(dueMs - 1) === dayInSweden(atMs) ? 'today' : 'plenty'; // what is due at midnight is due the day before
}

/** The answer's clock of a piece of work; a gap: what the calendar has not been told. */
export type AnswerClock = { readonly dueMs: number | null; readonly pausedMs: number; readonly gap: CalendarGap | null };

export function answerClock(
  calendar: KnownCalendar | undefined,
  { kind, sinceMs }: Pick<Work, 'kind' | 'sinceMs'>,
  { pauses, atMs }: { readonly pauses: readonly Pause[]; readonly atMs: number },
): AnswerClock {
  if (calendar === undefined) return { dueMs: null, pausedMs: 0, gap: { code: 'no-hours-yet', day: dayInSweden(sinceMs) } };
  const found = deadline(calendar, workKinds[kind].clock, sinceMs, { pauses, atMs });
  if (!found.ok) return { dueMs: null, pausedMs: 0, gap: found.error };
  return { dueMs: found.value.dueMs ?? null, pausedMs: found.value.pausedMs, gap: null };
}

/** Whether it is so late that it stands in another's queue too (eskalerat), by hours of opening. */
export function isEscalated(calendar: KnownCalendar | undefined, kind: WorkKind, dueMs: number | null, atMs: number): boolean {
  if (calendar === undefined || dueMs === null || dueMs >= atMs) return false;
  const hours = workKinds[kind].escalatesAfterHours;
  const from = deadline(calendar, { kind: 'open-hours', hours }, dueMs, { pauses: [], atMs });
  return from.ok && from.value.dueMs !== undefined && from.value.dueMs <= atMs;
}

/** Work with its clock, as it stands at a moment. */
export type ClockedWork = Work & { readonly clock: AnswerClock; readonly isEscalated: boolean };

/** Whose work it is: of those with its home role, and when it is escalated also of those it is escalated to. */
export function isFor({ kind, isEscalated: escalated }: ClockedWork, roles: readonly Role[]): boolean {
  const { home, escalatesTo } = workKinds[kind];
  return home === null || roles.includes(home) || (escalated && roles.includes(escalatesTo));
}

/** More bank days than these are no risk yet. */
const farOff = 5;

/**
 * What to do first: reminders and collection demands, then the most pressed clock, then the greatest risk of paying late (fewest bank
 * days left), then the oldest. Clocks are compared by how pressed they are, not to the minute, or the two last would never count.
 */
export function byUrgency(atMs: number): (one: ClockedWork, other: ClockedWork) => number {
  const today = dayInSweden(atMs);
  const ranked = new WeakMap<ClockedWork, readonly number[]>(); // each is compared many times in a sort
  const ranks = (work: ClockedWork): readonly number[] => {
    const known = ranked.get(work);
    if (known !== undefined) return known;
    const { kind, clock, payBy, sinceMs } = work;
    const pressure = clock.gap === null ? pressureOf(clock.dueMs ?? undefined, atMs) : 'plenty';
    const found = [workKinds[kind].priority, pressures.indexOf(pressure), daysToPay(today, payBy), sinceMs];
    ranked.set(work, found);
    return found;
  };
  return (one, other) => {
    const [ours, theirs] = [ranks(one), ranks(other)];
    const place = ours.findIndex((rank, at) => rank !== theirs[at]);
    if (place >= 0) return (ours[place] ?? 0) - (theirs[place] ?? 0);
    return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
  };
}

function daysToPay(today: Day, payBy: Day | null): number {
  if (payBy === null) return farOff;
  const left = bankDaysLeft(today, payBy, farOff);
  return left.ok ? left.value : farOff;
}
