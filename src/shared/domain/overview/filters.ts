import type { Day } from '../../base/day.ts';
import type { FiscalPeriod } from '../calendar/index.ts';
import type { Queue } from '../supplier-invoices/index.ts';
import type { Condition, FilterField, FilterOperator } from '../work-queue/index.ts';
import { arrivalsOfBands } from './age-bands.ts';

/** Conditions as the filter language has them: what is counted is what the number opens. */
const is = (field: FilterField, value: string, operator: FilterOperator = '='): Condition => ({
  ...{ field, operator, values: [value], negated: false },
});

const within = (field: FilterField, fromDay: Day | null, throughDay: Day | null): readonly Condition[] => [
  ...(fromDay === null ? [] : [is(field, fromDay, '>=')]),
  ...(throughDay === null ? [] : [is(field, throughDay, '<=')]),
];

/** What waits in a queue: all of it, of one age band, or what is late by whole days. */
export function waitingConditions(queue: Queue, which: 'all' | 'late' | number, today: Day): readonly Condition[] {
  const own = is('status', queue);
  if (which === 'all') return [own];
  if (which === 'late') return [own, is('answer', today, '<')];
  const { fromDay = null, throughDay = null } = arrivalsOfBands(today)[which] ?? {};
  return [own, ...within('received', fromDay, throughDay)];
}

export const cameIn = ({ fromDay, throughDay }: FiscalPeriod): readonly Condition[] => within('received', fromDay, throughDay);
