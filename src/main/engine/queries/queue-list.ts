import type Database from 'better-sqlite3';
import { EngineError, type QueueCursor, type QueuePage, type QueueRow, type QueueSort } from '../../../shared/contract/engine.ts';
import { type CalendarGap, calendarOf } from '../../../shared/domain/calendar/index.ts';
import type { Queue } from '../../../shared/domain/supplier-invoices/index.ts';
import { answerClock, type Condition, parseFilter } from '../../../shared/domain/work-queue/index.ts';
import { fewRows, keptStatements } from './few-rows.ts';
import { answerBounds, calendarsIn, kindOfQueue, pausesOf } from './queue-clocks.ts';
import { type Asking, type CompiledFilter, compileFilter } from './queue-filter.ts';

export type QueueListInput = {
  readonly queue: Queue | 'all';
  /** What else must hold, in the filter language; empty: nothing. */
  readonly filter: string;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly after: QueueCursor | null;
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

/** One page of a queue (korg), found by where the page before ended: a later page costs no more than the first. Throws `malformed` of a filter that cannot be read. */
export function queueList(connection: Database.Database): (input: QueueListInput, asking: Asking) => QueuePage {
  const prepared = keptStatements<QueueColumns & { key: string | number }>(connection);
  const isFew = fewRows(connection);
  const calendars = calendarsIn(connection);
  const locks = connection.prepare<[string, number], Locked>(`
    SELECT l.id, l.holder, coalesce(p.name, l.holder) AS holderName, l.until_ms AS untilMs
    FROM json_each(?) j JOIN leases l ON l.id = j.value LEFT JOIN people p ON p.id = l.holder WHERE l.until_ms > ?`);
  const pauses = pausesOf(connection);

  function statement({ sort, descending, after }: QueueListInput, { arms }: CompiledFilter) {
    const column = sortColumns[sort];
    const direction = descending ? 'DESC' : 'ASC';
    const further = after === null ? [] : [`(${column}, id) ${descending ? '<' : '>'} (@key, @id)`];
    const sql = arms
      .map(({ where, ofDays }) => {
        const first = `SELECT a.id FROM supplier_invoices a WHERE ${[ofDays, ...further].join(' AND ')} ORDER BY +${column} ${direction}, id ${direction} LIMIT @limit`;
        const conditions = ofDays !== null ? [`i.id IN (${first})`] : [...where, ...further];
        return `SELECT ${queueColumns}, ${column} AS key FROM supplier_invoices i ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
      })
      .join(' UNION ALL ')
      .concat(` ORDER BY key ${direction}, id ${direction} LIMIT @limit`);
    return prepared(sql);
  }

  return (input, asking) => {
    const conditions = parseFilter(input.filter);
    if (!conditions.ok) throw new EngineError('malformed');
    const known = calendars();
    const gaps: CalendarGap[] = [];
    const filter = compileFilter(
      [...inQueue(input.queue), ...conditions.value],
      asking,
      answerBounds(known, (gap) => gaps.push(gap)),
      { order: sortColumns[input.sort], isFew },
    );
    if (filter.arms.length === 0) return { rows: [], next: null, gap: null };
    const after = input.after === null ? {} : { key: input.after.key, id: input.after.id };
    const found = statement(input, filter).all({ ...filter.values, ...after, limit: input.limit });

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
      next: last === undefined || found.length < input.limit ? null : { key: last.key, id: last.id },
      gap: gaps[0] ?? null,
    };
  };
}

const inQueue = (queue: Queue | 'all'): readonly Condition[] =>
  queue === 'all' ? [] : [{ field: 'status', operator: '=', values: [queue], negated: false }];
