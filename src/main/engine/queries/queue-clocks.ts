import type Database from 'better-sqlite3';
import { addDays } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import {
  type Calendar,
  type CalendarGap,
  calendarOf,
  type KnownCalendar,
  latestArrivalDueBy,
  type Pause,
} from '../../../shared/domain/calendar/index.ts';
import type { ParkReason, Queue } from '../../../shared/domain/supplier-invoices/index.ts';
import { type FilterOperator, type NamedDays, type WorkKind, workKinds } from '../../../shared/domain/work-queue/index.ts';

/** The kind of work that an invoice in a queue is; those that nobody waits for are none. */
export const kindOfQueue: { readonly [Name in Queue]: WorkKind | null } = {
  notices: 'notice',
  'to-verify': 'supplier-invoice',
  parked: 'supplier-invoice',
  verified: null,
  approved: null,
  duplicate: null,
  returned: null,
};

type Columns = { readonly [Name in keyof Calendar]: string | number | null };

/** The calendars of the workspace, in the order of their ids. */
export function calendarsIn(connection: Database.Database): () => readonly Calendar[] {
  const statement = connection.prepare<[], Columns>(
    'SELECT id, rev, name, customer_group AS customerGroup, kind, follows, units, hours, years, exceptions FROM calendars ORDER BY id',
  );
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
  return () =>
    statement.all().map(({ follows, units, hours, years, exceptions, ...row }) => ({
      ...row,
      ...(follows !== null && { follows }),
      ...{ units: parsed(units), hours: parsed(hours), years: parsed(years), exceptions: parsed(exceptions) },
    })) as unknown as readonly Calendar[]; // as the entity's columns were written
}

const pausing: readonly ParkReason[] = ['waits-for-supplier', 'waits-for-buyer'];
/** A parking or its end, as the history tells it. */
export type ParkStep = { readonly id: string; readonly type: string; readonly atMs: number; readonly reason: string };

/** When each invoice stood parked to wait for somebody outside: its clock stands still then. `steps`: in the order in which they happened. */
export function pausesIn(steps: readonly ParkStep[]): ReadonlyMap<string, readonly Pause[]> {
  const pauses = new Map<string, Pause[]>();
  for (const { id, type, atMs, reason } of steps) {
    const own = pauses.get(id) ?? [];
    const last = own.at(-1);
    if (last?.untilMs === null) own[own.length - 1] = { ...last, untilMs: atMs };
    if (type === 'invoice-parked' && (pausing as readonly string[]).includes(reason))
      own.push({ fromMs: atMs, untilMs: null, reason });
    pauses.set(id, own);
  }
  return pauses;
}

/** The pauses of these invoices, read out of the history. */
export function pausesOf(connection: Database.Database): (ids: readonly string[]) => ReadonlyMap<string, readonly Pause[]> {
  const statement = connection.prepare<[string], ParkStep>(`
    SELECT e.subject_id AS id, e.type, e.at_ms AS atMs, e.event ->> 'reason' AS reason
    FROM json_each(?) j JOIN events e ON e.subject_id = j.value
    WHERE e.type IN ('invoice-parked', 'invoice-resumed') ORDER BY e.at_ms, e.id`);
  return (ids) => pausesIn(statement.all(JSON.stringify(ids)));
}

/** What a filter asks of clocks. */
export type AnswerBounds = {
  /** SQL for "its answer is due …" in a queue; columns in braces, see queue-filter.ts. */
  readonly due: (queue: Queue) => (operator: FilterOperator, days: NamedDays, bind: (value: string | number) => string) => string;
  readonly answered: AnsweredLate;
};
/** For a filter that asks nothing of clocks. */
export const noClocks: AnswerBounds = { due: () => () => '0', answered: () => ({ late: [], unknown: [] }) };

/** Of those that were verified from a moment up to another: which were answered late, and of which their calendar does not say. */
export type AnsweredLate = (moments: { readonly fromMs: number; readonly untilMs: number }) => {
  readonly late: readonly string[];
  readonly unknown: readonly string[];
};

/**
 * What is due by a moment is what arrived by another: so the filter reads along the index on arrival. Each client's work goes by its own
 * calendar. `onGap` hears what a calendar has not been told; nothing of that client is found then. Clocks that have stood still count as if they had not.
 */
export function answerBounds(
  calendars: readonly Calendar[],
  answered: AnsweredLate,
  onGap: (gap: CalendarGap) => void,
): AnswerBounds {
  const named = [...new Set(calendars.flatMap(({ units }) => units))];
  const due: AnswerBounds['due'] =
    (queue) =>
    (operator, { fromDay, throughDay }, bind) => {
      const kind = kindOfQueue[queue];
      if (kind === null || queue === 'parked') return '0'; // what is parked has a day of its own
      const { clock } = workKinds[kind];
      const by = (calendar: KnownCalendar, untilMs: number): string => {
        const latest = latestArrivalDueBy(calendar, clock, untilMs);
        if (latest.ok) return `{received_at_ms} < ${bind(latest.value + 60_000)}`;
        onGap(latest.error);
        return 'NULL';
      };
      const within = (unit: string | null): string => {
        const calendar = calendarOf(calendars, unit ?? '');
        if (calendar === undefined) {
          onGap({ code: 'no-hours-yet', day: fromDay });
          return '0';
        }
        const from = () => by(calendar, momentInSweden(fromDay));
        const through = () => by(calendar, momentInSweden(addDays(throughDay, 1)));
        const due = {
          '=': () => `${through()} AND NOT ${from()}`,
          '<': from,
          '<=': through,
          '>': () => `NOT ${through()}`,
          '>=': () => `NOT ${from()}`,
        };
        return due[operator]();
      };
      const others = named.length === 0 ? within(null) : `{unit_id} NOT IN (${named.map(bind).join(', ')}) AND ${within(null)}`;
      return [others, ...named.map((unit) => `{unit_id} = ${bind(unit)} AND ${within(unit)}`)]
        .map((one) => `(${one})`)
        .join(' OR ');
    };
  return { due, answered };
}
