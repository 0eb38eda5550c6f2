import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { EventId, SupplierId } from '../../../shared/base/ids.ts';
import type { RegisterHistoryLine, SupplierThen } from '../../../shared/contract/register-history.ts';
import { asOf, type Lived } from '../../../shared/run/as-of.ts';

type Line = Omit<RegisterHistoryLine, 'event'> & { readonly event: string };

/**
 * What happened to a supplier (behandlingshistorik), to its payment numbers and to what was asked for about it, newest first. The ids of
 * commands are made by time: of two in one millisecond, the one that was wanted first comes first.
 */
export function supplierHistory(
  connection: Database.Database,
): (id: SupplierId, before: EventId | null, limit: number) => readonly RegisterHistoryLine[] {
  const statement = connection.prepare<unknown[], Line>(`
    SELECT e.id AS eventId, e.command_id AS commandId, e.subject, e.subject_id AS subjectId, e.type, e.event,
      coalesce(p.name, e.actor) AS actorName, e.at_ms AS atMs
    FROM events e LEFT JOIN people p ON p.id = e.actor
    WHERE e.subject_id IN (
        SELECT @id UNION SELECT id FROM payment_numbers WHERE supplier_id = @id
        UNION SELECT id FROM register_changes WHERE supplier_id = @id)
      AND (@before IS NULL
        OR (e.at_ms, e.command_id, e.place) < (SELECT at_ms, command_id, place FROM events WHERE id = @before))
    ORDER BY e.at_ms DESC, e.command_id DESC, e.place DESC LIMIT @limit`);
  return (id, before, limit) =>
    statement
      .all({ id, before, limit })
      .map((line) => ({ ...line, event: JSON.parse(line.event) as RegisterHistoryLine['event'] })); // as it was written
}

/** A supplier and its payment numbers as they stood when a day had ended; null: it was not there yet. */
export function supplierAsOf(connection: Database.Database): (id: SupplierId, day: Day) => SupplierThen | null {
  type Row = { readonly subject: string; readonly subjectId: string; readonly atMs: number; readonly event: string };
  const statement = connection.prepare<unknown[], Row>(`
    SELECT e.subject, e.subject_id AS subjectId, e.at_ms AS atMs, e.event FROM events e
    WHERE (e.subject = 'supplier' AND e.subject_id = @id)
      OR (e.subject = 'paymentNumber' AND e.subject_id IN (SELECT id FROM payment_numbers WHERE supplier_id = @id))
    ORDER BY e.at_ms, e.command_id, e.place`);
  return (id, day) => {
    const lives = Map.groupBy(
      statement.all({ id }).map(({ event, ...row }): Row & Lived => ({ ...row, event: JSON.parse(event) })),
      ({ subject, subjectId }) => `${subject} ${subjectId}`,
    );
    const supplier = asOf('supplier', lives.get(`supplier ${id}`) ?? [], day);
    if (supplier === undefined) return null;
    const paymentNumbers = [...lives].flatMap(([key, lived]) =>
      key.startsWith('paymentNumber ') ? (asOf('paymentNumber', lived, day) ?? []) : [],
    );
    return { supplier, paymentNumbers };
  };
}
