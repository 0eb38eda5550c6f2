import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { type ClockedWork, pressureOf } from './next-work.ts';
import type { WorkKind } from './work-kinds.ts';

/**
 * Why something stands in *Idag*: its clock has run out, or runs out today; it is to be paid today or was to be; it was parked until a
 * day that has come; one holds it oneself (min korg); it waits for one's own decision.
 */
export const todayReasons = ['late', 'today', 'payment', 'returning', 'basket', 'decision'] as const;
export type TodayReason = (typeof todayReasons)[number];
export type TodayWork = ClockedWork & { readonly reasons: readonly TodayReason[] };

/** Where nothing is done but to say yes or no. */
const decisions: readonly WorkKind[] = ['register-change', 'role-change', 'control-finding', 'approval', 'rejection', 'conflict'];

/** Every reason why a piece of work is a person's today; none: it can wait. */
export function reasonsToday(
  { kind, clock, payBy, holder }: ClockedWork,
  { person, today, atMs }: { readonly person: PersonId; readonly today: Day; readonly atMs: number },
): readonly TodayReason[] {
  const pressure = clock.gap === null && clock.dueMs !== null ? pressureOf(clock.dueMs, atMs) : 'plenty';
  const holds: Record<TodayReason, boolean> = {
    late: pressure === 'late',
    today: pressure === 'soon' || pressure === 'today',
    payment: payBy !== null && payBy <= today,
    returning: kind === 'returning-invoice',
    basket: holder === person,
    decision: decisions.includes(kind),
  };
  return todayReasons.filter((reason) => holds[reason]);
}

/** How many there are for each reason, and of those whose clock runs out by the end of today. */
export type TodayCounts = { readonly [Reason in TodayReason | 'all' | 'due']: number };

export function countToday(work: readonly TodayWork[]): TodayCounts {
  const counts = { all: work.length, due: 0, late: 0, today: 0, payment: 0, returning: 0, basket: 0, decision: 0 };
  for (const { reasons } of work) {
    for (const reason of reasons) counts[reason] += 1;
    if (reasons.includes('late') || reasons.includes('today')) counts.due += 1;
  }
  return counts;
}
