import type Database from 'better-sqlite3';
import { EngineError, type QueueCursor, type QueuePage, type QueueRow, type QueueSort } from '../../../shared/contract/engine.ts';
import { type CalendarGap, calendarOf } from '../../../shared/domain/calendar/index.ts';
import type { Queue } from '../../../shared/domain/supplier-invoices/index.ts';
import { answerClock, type Condition, parseFilter } from '../../../shared/domain/work-queue/index.ts';
import { answeredLate } from './answers-in.ts';
import { fewRows } from './few-rows.ts';
import { answerBounds, calendarsIn, kindOfQueue, pausesOf } from './queue-clocks.ts';
import { type Asking, compileFilter } from './queue-filter.ts';
import type { QueueLength } from './queue-length.ts';
import { type OrderedRows, queuePages } from './queue-pages.ts';

export type QueueListInput = {
  readonly queue: Queue | 'all';
  /** What else must hold, in the filter language; empty: nothing. */
  readonly filter: string;
  readonly sort: QueueSort;
  readonly descending: boolean;
  /** The page behind this row, the one before that row, or the one at this place; none: the first. */
  readonly after: QueueCursor | null;
  readonly before?: QueueCursor | null;
  readonly at?: number | null;
  readonly limit: number;
};

/** Each sort has an index for one queue and one for all of them: see the entity. */
const sortColumns = {
  received: 'received_at_ms',
  due: 'sort_due',
  total: 'sort_total',
  supplier: 'sort_supplier',
  number: 'sort_number',
} as const satisfies Record<QueueSort, string>;

/** What a row of a list shows. */
export const queueColumns = `
  i.id, i.unit_id AS unitId, queue, document_type AS documentType, supplier_name AS supplierName, supplier_id IS NOT NULL AS supplierKnown, number,
  invoice_day AS invoiceDay, nullif(sort_due, '9999-12-31') AS dueDay, total_minor AS totalMinor, currency,
  received_at_ms AS receivedAtMs, returns_on AS returnsOn`;

export type QueueColumns = Omit<QueueRow, 'supplierKnown' | 'lock' | 'answer'> & {
  readonly supplierKnown: number;
  readonly unitId: string;
};
export const toQueueRow = ({ supplierKnown, unitId: _, ...row }: QueueColumns): QueueRow => ({
  ...row,
  supplierKnown: supplierKnown === 1,
  lock: null,
  answer: null,
});
type Locked = NonNullable<QueueRow['lock']> & { readonly id: string };

type Found = QueueColumns & { readonly key: QueueCursor['key'] };

/** One page of a queue (korg). Throws `malformed` of a filter that cannot be read. */
export function queueList(
  connection: Database.Database,
  length: QueueLength = () => null,
): (input: QueueListInput, asking: Asking) => QueuePage {
  const pages = queuePages<Found>(connection);
  const isFew = fewRows(connection);
  const calendars = calendarsIn(connection);
  const answered = answeredLate(connection);
  const locks = connection.prepare<[string, number], Locked>(`
    SELECT l.id, l.holder, coalesce(p.name, l.holder) AS holderName, l.until_ms AS untilMs
    FROM json_each(?) j JOIN leases l ON l.id = j.value LEFT JOIN people p ON p.id = l.holder WHERE l.until_ms > ?`);
  const pauses = pausesOf(connection);

  function find(rows: OrderedRows, { after, before = null, at = null, limit }: QueueListInput, count: () => number | null) {
    if (before !== null) return { start: null, rows: pages.before(rows, before, limit) };
    if (at !== null) return pages.at(rows, at, at === 0 ? null : count(), limit);
    return { start: after === null ? 0 : null, rows: pages.after(rows, after, limit) };
  }

  return (input, asking) => {
    const conditions = parseFilter(input.filter);
    if (!conditions.ok) throw new EngineError('malformed');
    const known = calendars();
    const gaps: CalendarGap[] = [];
    const column = sortColumns[input.sort];
    const all = [...inQueue(input.queue), ...conditions.value];
    const bounds = answerBounds(known, answered, (gap) => gaps.push(gap));
    const filter = compileFilter(all, asking, bounds, { order: column, isFew });
    if (filter.arms.length === 0) return { rows: [], next: null, first: null, start: 0, gap: null };
    const ordered = { filter, columns: queueColumns, column, descending: input.descending };
    const { start, rows: found } = find(ordered, input, () => length(all, asking));

    const ids = JSON.stringify(found.map(({ id }) => id));
    const held = new Map(locks.all(ids, asking.atMs).map(({ id, ...lock }) => [id, lock]));
    const halts = pauses(found.filter(({ queue }) => kindOfQueue[queue] !== null).map(({ id }) => id));
    const rows = found.map(({ key: _, ...row }): QueueRow => {
      const kind = kindOfQueue[row.queue];
      const clocked = { kind: kind ?? 'supplier-invoice', sinceMs: row.receivedAtMs };
      const answer =
        kind === null
          ? null
          : answerClock(calendarOf(known, row.unitId), clocked, { pauses: halts.get(row.id) ?? [], atMs: asking.atMs });
      return { ...toQueueRow(row), answer, lock: held.get(row.id) ?? null };
    });
    const last = found.at(-1);
    return {
      rows,
      next: last === undefined || (found.length < input.limit && input.before == null) ? null : cursorOf(last),
      first: found[0] === undefined ? null : cursorOf(found[0]),
      start,
      gap: gaps[0] ?? null,
    };
  };
}

const cursorOf = ({ key, id }: Found): QueueCursor => ({ key, id });

/** The condition that a queue is. */
export const inQueue = (queue: Queue | 'all'): readonly Condition[] =>
  queue === 'all' ? [] : [{ field: 'status', operator: '=', values: [queue], negated: false }];
