import type Database from 'better-sqlite3';
import type { QueueCounts } from '../../../shared/contract/engine.ts';
import { queues } from '../../../shared/domain/supplier-invoices/index.ts';

const most = 1_000;

/** How many stand in each queue, counted up to a thousand: beyond that a clerk wants to know that there are many, not how many. */
export function queueCounts(connection: Database.Database): () => QueueCounts {
  const inQueue = connection
    .prepare<[string], number>(`SELECT count(*) FROM (SELECT 1 FROM supplier_invoices WHERE queue = ? LIMIT ${most + 1})`)
    .pluck();
  const inAll = connection
    .prepare<[], number>(`SELECT count(*) FROM (SELECT 1 FROM supplier_invoices LIMIT ${most + 1})`)
    .pluck();
  const capped = (count = 0) => ({ count: Math.min(count, most), capped: count > most });
  return () => ({
    ...(Object.fromEntries(queues.map((queue) => [queue, capped(inQueue.get(queue))])) as Omit<QueueCounts, 'all'>), // one for each queue
    all: capped(inAll.get()),
  });
}
