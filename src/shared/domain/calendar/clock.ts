import { addDays, type Day, dayInSweden } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { momentInSweden } from '../../base/swedish-time.ts';
import type { CalendarGap, KnownCalendar } from './calendar.ts';
import { dayPlan, isCountedWeekday } from './day-plan.ts';

/**
 * How a deadline is counted from when something came in.
 *
 * `weekday-hours`: hours of the clock, all 24, on weekdays that are neither red nor closed. `open-hours`: hours that the office is open.
 * `same-day`: before the office closes; what comes in after that, before it closes the next time.
 */
export type Clock =
  | { readonly kind: 'weekday-hours'; readonly hours: number }
  | { readonly kind: 'open-hours'; readonly hours: number }
  | { readonly kind: 'same-day' };

/** While somebody outside is waited for (väntar på kund) the clock stands still. `untilMs` null: it still does. */
export type Pause = { readonly fromMs: number; readonly untilMs: number | null; readonly reason: string };

type Stretch = { readonly fromMs: number; readonly untilMs: number };
type Basis = Clock['kind'];

/** When it falls due, and how long its clock has stood still. Undefined `dueMs`: it stands still now. */
export type Deadline = { readonly dueMs: number | undefined; readonly pausedMs: number };

/** The deadline of what came in at a moment. */
export function deadline(
  calendar: KnownCalendar,
  clock: Clock,
  fromMs: number,
  { pauses, atMs }: { readonly pauses: readonly Pause[]; readonly atMs: number },
): Result<Deadline, CalendarGap> {
  const halts = joined(pauses);
  const pausedMs = halts.reduce((sum, { fromMs: from, untilMs }) => sum + Math.max(0, Math.min(untilMs, atMs) - from), 0);
  if (halts.some(({ untilMs }) => untilMs === Number.POSITIVE_INFINITY)) return ok({ dueMs: undefined, pausedMs });
  let leftMs = clock.kind === 'same-day' ? 0 : clock.hours * 3_600_000;
  for (let day = dayInSweden(fromMs); ; day = addDays(day, 1)) {
    const found = running(calendar, clock.kind, day);
    if (!found.ok) return found;
    const stretches = found.value.flatMap((one) => cut(one, fromMs, halts));
    const last = stretches.at(-1);
    if (clock.kind === 'same-day') {
      if (last !== undefined) return ok({ dueMs: last.untilMs, pausedMs });
      continue;
    }
    for (const stretch of stretches) {
      const length = stretch.untilMs - stretch.fromMs;
      if (leftMs <= length) return ok({ dueMs: stretch.fromMs + leftMs, pausedMs });
      leftMs -= length;
    }
  }
}

/** How long a clock of this kind runs between two moments, pauses apart. */
export function countedMs(
  calendar: KnownCalendar,
  kind: Basis,
  { fromMs, untilMs, pauses }: Stretch & { readonly pauses: readonly Pause[] },
): Result<number, CalendarGap> {
  const halts = joined(pauses);
  let sum = 0;
  if (untilMs <= fromMs) return ok(0);
  for (let day = dayInSweden(fromMs); day <= dayInSweden(untilMs); day = addDays(day, 1)) {
    const stretches = running(calendar, kind, day);
    if (!stretches.ok) return stretches;
    for (const stretch of stretches.value)
      for (const part of cut(stretch, fromMs, halts)) sum += Math.max(0, Math.min(part.untilMs, untilMs) - part.fromMs);
  }
  return ok(sum);
}

/** Open now until when, or when it opens next. */
export type Opening = { readonly isOpen: boolean; readonly changesAtMs: number };

export function openingAt(calendar: KnownCalendar, atMs: number): Result<Opening, CalendarGap> {
  for (let day = dayInSweden(atMs); ; day = addDays(day, 1)) {
    const stretches = running(calendar, 'open-hours', day);
    if (!stretches.ok) return stretches;
    const next = stretches.value.find(({ untilMs }) => untilMs > atMs);
    if (next === undefined) continue;
    return ok(next.fromMs <= atMs ? { isOpen: true, changesAtMs: next.untilMs } : { isOpen: false, changesAtMs: next.fromMs });
  }
}

/** When a clock runs on a day. A day may be 23 or 25 hours long. */
function running(calendar: KnownCalendar, kind: Basis, day: Day): Result<readonly Stretch[], CalendarGap> {
  if (kind === 'weekday-hours') {
    const counted = isCountedWeekday(calendar, day);
    if (!counted.ok) return counted;
    return ok(counted.value ? [{ fromMs: momentInSweden(day), untilMs: momentInSweden(addDays(day, 1)) }] : []);
  }
  const plan = dayPlan(calendar, day);
  if (!plan.ok) return err(plan.error);
  return ok(plan.value.open.map(([from, until]) => ({ fromMs: momentInSweden(day, from), untilMs: momentInSweden(day, until) })));
}

/** What is left of a stretch after a moment and outside the pauses. */
function cut({ fromMs, untilMs }: Stretch, notBeforeMs: number, halts: readonly Stretch[]): readonly Stretch[] {
  let from = Math.max(fromMs, notBeforeMs);
  const left: Stretch[] = [];
  for (const halt of halts) {
    if (halt.untilMs <= from || halt.fromMs >= untilMs) continue;
    if (halt.fromMs > from) left.push({ fromMs: from, untilMs: halt.fromMs });
    from = Math.max(from, halt.untilMs);
  }
  if (from < untilMs) left.push({ fromMs: from, untilMs });
  return left;
}

/** Pauses in order, those that touch as one. */
function joined(pauses: readonly Pause[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { fromMs, untilMs } of pauses.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const end = untilMs ?? Number.POSITIVE_INFINITY;
    const last = found.at(-1);
    if (end <= fromMs) continue;
    if (last !== undefined && fromMs <= last.untilMs)
      found[found.length - 1] = { fromMs: last.fromMs, untilMs: Math.max(last.untilMs, end) };
    else found.push({ fromMs, untilMs: end });
  }
  return found;
}
