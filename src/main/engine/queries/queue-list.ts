import type Database from 'better-sqlite3';
import type { QueueCursor, QueuePage, QueueRow, QueueSort } from '../../../shared/contract/engine.ts';
import type { Queue } from '../../../shared/domain/supplier-invoices/index.ts';

export type QueueListInput = {
  readonly queue: Queue | 'all';
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
  id, queue, document_type AS documentType, supplier_name AS supplierName, supplier_id IS NOT NULL AS supplierKnown, number,
  invoice_day AS invoiceDay, nullif(sort_due, '9999-12-31') AS dueDay, total_minor AS totalMinor, currency,
  received_at_ms AS receivedAtMs, returns_on AS returnsOn`;

export type QueueColumns = Omit<QueueRow, 'supplierKnown'> & { readonly supplierKnown: number };
export const toQueueRow = ({ supplierKnown, ...row }: QueueColumns): QueueRow => ({ ...row, supplierKnown: supplierKnown === 1 });

/** One page of a queue (korg), found by where the page before ended: a later page costs no more than the first. */
export function queueList(connection: Database.Database): (input: QueueListInput) => QueuePage {
  const prepared = new Map<string, Database.Statement<unknown[], QueueColumns & { key: string | number }>>();

  function statement({ queue, sort, descending, after }: QueueListInput) {
    const name = `${queue === 'all'} ${sort} ${descending} ${after === null}`;
    const known = prepared.get(name);
    if (known !== undefined) return known;
    const column = sortColumns[sort];
    const direction = descending ? 'DESC' : 'ASC';
    const conditions = [
      ...(queue === 'all' ? [] : ['queue = @queue']),
      ...(after === null ? [] : [`(${column}, id) ${descending ? '<' : '>'} (@key, @id)`]),
    ];
    const made = connection.prepare<unknown[], QueueColumns & { key: string | number }>(`
      SELECT ${queueColumns}, ${column} AS key FROM supplier_invoices
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
      ORDER BY ${column} ${direction}, id ${direction} LIMIT @limit`);
    prepared.set(name, made);
    return made;
  }

  return (input) => {
    const found = statement(input).all({
      queue: input.queue,
      limit: input.limit,
      key: input.after?.key ?? null,
      id: input.after?.id ?? null,
    });
    const last = found.at(-1);
    return {
      rows: found.map(({ key: _, ...row }) => toQueueRow(row)),
      next: last === undefined || found.length < input.limit ? null : { key: last.key, id: last.id },
    };
  };
}
