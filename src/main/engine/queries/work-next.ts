import type Database from 'better-sqlite3';
import { byUrgency, type ClockedWork } from '../../../shared/domain/work-queue/index.ts';
import { kindOfQueue } from './queue-clocks.ts';
import { clockedWork, type FoundColumns, type FoundWork, invoiceWork, otherWork, type WorkAsked } from './work-found.ts';

/** So many of each kind are looked at, by arrival and by the day they are to be paid. */
const considered = 200;

/**
 * What to do first among all kinds of work. Of each kind only the first are read, along its indexes: by arrival, which is the order in
 * which clocks run out, and by the day they are to be paid.
 */
export function workNext(connection: Database.Database): (asked: WorkAsked) => readonly ClockedWork[] {
  const invoices = (order: string) =>
    connection.prepare<unknown[], FoundColumns>(
      `SELECT ${invoiceWork('received_at_ms')} WHERE queue = @queue ORDER BY ${order}, i.id LIMIT ${considered}`,
    );
  const orders = [invoices('received_at_ms'), invoices('sort_due')];
  const others = otherWork(connection, considered);
  const clocked = clockedWork(connection);
  return (asked) => {
    const inQueues = (['notices', 'to-verify'] as const).flatMap((queue) =>
      orders.flatMap((statement) =>
        statement
          .all({ atMs: asked.atMs, queue })
          .map((row): FoundWork => ({ ...row, kind: kindOfQueue[queue] ?? 'supplier-invoice' })),
      ),
    );
    const once = new Map(inQueues.map((row) => [row.id, row])).values();
    return [...clocked([...once, ...others(asked)], asked)].sort(byUrgency(asked.atMs)).slice(0, asked.limit);
  };
}
