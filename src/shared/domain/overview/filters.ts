import type { Day } from '../../base/day.ts';
import type { FiscalPeriod } from '../calendar/index.ts';
import type { Channel } from '../intake/index.ts';
import type { Queue } from '../supplier-invoices/index.ts';
import type { Condition, FilterField, FilterOperator } from '../work-queue/index.ts';
import { arrivalsOfBands } from './age-bands.ts';

/** Figures of a period that are counted by what a filter asks. */
export type PeriodFigure = 'received' | 'verified' | 'in-time' | 'late' | 'duplicates' | 'false-alarms' | Channel;

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

/** What stands behind each figure of a period that is one of invoices. */
export function periodConditions(figure: PeriodFigure, { fromDay, throughDay }: FiscalPeriod): readonly Condition[] {
  const cameIn = within('received', fromDay, throughDay);
  const verified = within('verified', fromDay, throughDay);
  switch (figure) {
    case 'received':
      return cameIn;
    case 'verified':
      return verified;
    case 'in-time':
    case 'late':
      return [...verified, is('answered', figure)];
    case 'duplicates':
      return [is('status', 'duplicate'), ...cameIn];
    case 'false-alarms':
      return [is('twin', 'released'), ...cameIn];
    default:
      return [...verified, is('channel', figure)];
  }
}
