import type Database from 'better-sqlite3';
import type { PersonId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { HistoryLine, UndoableLine } from '../../../shared/contract/engine.ts';
import { undoable } from '../../../shared/domain/supplier-invoices/index.ts';

type Columns<Line extends { readonly event: unknown }> = Omit<Line, 'event'> & { readonly event: string };
const withEvent = <Line extends { readonly event: unknown }>(row: Columns<Line>) =>
  ({ ...row, event: JSON.parse(row.event) }) as unknown as Line;

/** What happened to an invoice (behandlingshistorik), newest first. */
export function invoiceHistory(
  connection: Database.Database,
): (invoiceId: SupplierInvoiceId, limit: number) => readonly HistoryLine[] {
  const statement = connection.prepare<unknown[], Columns<HistoryLine>>(`
    SELECT e.id AS eventId, e.command_id AS commandId, e.event, coalesce(p.name, e.actor) AS actorName, e.at_ms AS atMs
    FROM events e LEFT JOIN people p ON p.id = e.actor
    WHERE e.subject_id = ? ORDER BY e.at_ms DESC, e.id DESC LIMIT ?`);
  return (invoiceId, limit) => statement.all(invoiceId, limit).map(withEvent<HistoryLine>);
}

/**
 * A person's own steps that stand and are no taking back themselves, newest first: what Ctrl+Z offers. A step that was taken back
 * stands again when the taking back was taken back (Ctrl+Y).
 */
export function undoableSteps(connection: Database.Database): (actor: PersonId, limit: number) => readonly UndoableLine[] {
  const types = undoable.map((type) => `'${type}'`).join(', ');
  const statement = connection.prepare<unknown[], Columns<UndoableLine>>(`
    SELECT e.command_id AS commandId, e.subject_id AS invoiceId, e.event, i.supplier_name AS supplierName, i.number, e.at_ms AS atMs
    FROM events e JOIN supplier_invoices i ON i.id = e.subject_id
    WHERE e.actor = ? AND e.place = 0 AND e.type IN (${types}) AND e.event ->> 'undoes' IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM events u WHERE u.subject_id = e.subject_id AND u.event ->> 'undoes' = e.command_id
          AND NOT EXISTS (SELECT 1 FROM events r WHERE r.subject_id = e.subject_id AND r.event ->> 'undoes' = u.command_id))
    ORDER BY e.at_ms DESC, e.id DESC LIMIT ?`);
  return (actor, limit) => statement.all(actor, limit).map(withEvent<UndoableLine>);
}
