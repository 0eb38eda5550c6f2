import type Database from 'better-sqlite3';
import { addDays, type Day } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { RefusedWork } from '../../../shared/contract/sync.ts';
import type { Role } from '../../../shared/domain/access/index.ts';
import { calendarOf } from '../../../shared/domain/calendar/index.ts';
import {
  answerClock,
  byUrgency,
  type ClockedWork,
  isEscalated,
  isFor,
  type Work,
} from '../../../shared/domain/work-queue/index.ts';
import { calendarsIn, kindOfQueue, pausesOf } from './queue-clocks.ts';
import type { Asking } from './queue-filter.ts';

/** So many of each kind are looked at, by arrival and by the day they are to be paid. */
const considered = 200;

type Found = Work & { readonly unitId: string };
type Columns = Omit<Found, 'kind'>;
export type WorkAsked = Asking & {
  readonly roles: readonly Role[];
  readonly refused: readonly RefusedWork[];
  readonly limit: number;
};

/**
 * What to do first among all kinds of work. Of each kind only the first are read, along its indexes: by arrival, which is the order in
 * which clocks run out, and by the day they are to be paid.
 */
export function workNext(connection: Database.Database): (asked: WorkAsked) => readonly ClockedWork[] {
  const columns = `i.id, i.unit_id AS unitId, supplier_name AS name, number AS detail, nullif(sort_due, '9999-12-31') AS payBy, l.holder`;
  const invoices = (since: string, where: string, order: string) =>
    connection.prepare<unknown[], Columns>(`
      SELECT ${columns}, ${since} AS sinceMs FROM supplier_invoices i LEFT JOIN leases l ON l.id = i.id AND l.until_ms > @atMs
      WHERE ${where} ORDER BY ${order}, i.id LIMIT ${considered}`);
  const byArrival = invoices('received_at_ms', 'queue = @queue', 'received_at_ms');
  const byPayDay = invoices('received_at_ms', 'queue = @queue', 'sort_due');
  const returning = connection.prepare<unknown[], Columns & { readonly returnsOn: Day }>(`
    SELECT ${columns}, 0 AS sinceMs, returns_on AS returnsOn FROM supplier_invoices i LEFT JOIN leases l ON l.id = i.id AND l.until_ms > @atMs
    WHERE queue = 'parked' AND returns_on <= @today ORDER BY returns_on, i.id LIMIT ${considered}`);
  const changes = connection.prepare<unknown[], Columns>(`
    SELECT c.id, '' AS unitId, s.name, NULL AS detail, NULL AS payBy, NULL AS holder, requested_at_ms AS sinceMs
    FROM register_changes c LEFT JOIN suppliers s ON s.id = c.supplier_id
    WHERE c.state = 'pending' AND c.requested_by <> @person ORDER BY requested_at_ms, c.id LIMIT ${considered}`);
  // What was not dealt with by the day after is looked up among what came in.
  const files = connection.prepare<unknown[], Columns>(`
    SELECT id, unit_id AS unitId, name, NULL AS detail, NULL AS payBy, NULL AS holder, received_at_ms AS sinceMs
    FROM source_files WHERE state = 'rejected' AND received_at_ms >= @fromMs ORDER BY received_at_ms, id LIMIT ${considered}`);
  const calendars = calendarsIn(connection);
  const pauses = pausesOf(connection);

  function found({ person, atMs, today, refused }: WorkAsked): readonly Found[] {
    const values = { person, atMs, today, fromMs: momentInSweden(addDays(today, -4)) };
    const inQueues = (['notices', 'to-verify'] as const).flatMap((queue) =>
      [byArrival, byPayDay].flatMap((statement) =>
        statement.all({ ...values, queue }).map((row) => ({ ...row, kind: kindOfQueue[queue] ?? 'supplier-invoice' })),
      ),
    );
    const back = returning
      .all(values)
      .map(({ returnsOn, ...row }) => ({ ...row, sinceMs: momentInSweden(returnsOn), kind: 'returning-invoice' as const }));
    return [
      ...new Map(inQueues.map((row) => [row.id, row])).values(),
      ...back,
      ...changes.all(values).map((row) => ({ ...row, kind: 'register-change' as const })),
      ...files.all(values).map((row) => ({ ...row, kind: 'faulty-file' as const })),
      ...refused.map(fromRefused),
    ];
  }

  return (asked) => {
    const known = calendars();
    const all = found(asked);
    const halts = pauses(all.filter(({ kind }) => kind === 'supplier-invoice').map(({ id }) => id));
    return all
      .filter(({ holder }) => holder === null || holder === asked.person)
      .map(({ unitId, ...work }): ClockedWork => {
        const calendar = calendarOf(known, unitId);
        const clock = answerClock(calendar, work, { pauses: halts.get(work.id) ?? [], atMs: asked.atMs });
        return { ...work, clock, isEscalated: isEscalated(calendar, work.kind, clock.dueMs, asked.atMs) };
      })
      .filter((work) => isFor(work, asked.roles))
      .sort(byUrgency(asked.atMs))
      .slice(0, asked.limit);
  };
}

/** Refused because somebody else's work stands there: a conflict. */
const conflicts: readonly string[] = [
  'stale',
  'stale-lease',
  'leased-by-other',
  'changed-since',
  'duplicate-invoice',
  'wrong-state',
];

function fromRefused({ commandId, error, issuedAtMs, about }: RefusedWork): Found {
  const isInvoice = about?.entity === 'supplierInvoice';
  return {
    kind: conflicts.includes(error.code) ? 'conflict' : 'rejection',
    id: commandId,
    unitId: '',
    name: about === null ? null : isInvoice ? about.supplierName : about.name,
    detail: isInvoice ? about.number : null,
    sinceMs: issuedAtMs,
    payBy: null,
    holder: null,
  };
}
