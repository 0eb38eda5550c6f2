import type Database from 'better-sqlite3';
import type { FiscalPeriod } from '../../../shared/domain/calendar/index.ts';
import type { SupplierInvoiceEvent } from '../../../shared/domain/supplier-invoices/index.ts';
import { type TouchFigures, tallyTouches, touchesOf, touchingTypes } from '../../../shared/domain/touches/index.ts';
import { momentsOf } from './overview-period.ts';

/** How much of what was verified in a period, and still is, needed no hand but the vouching. */
export function overviewTouches(connection: Database.Database): (period: FiscalPeriod) => TouchFigures {
  const types = touchingTypes.map((type) => `'${type}'`).join(', ');
  // Cross: the invoices of the period first, each with its own steps, and not every step that ever was.
  const steps = connection.prepare<unknown[], { readonly id: string; readonly event: string }>(`
    SELECT i.id, e.event FROM supplier_invoices i CROSS JOIN events e ON e.subject_id = i.id
    WHERE i.verified_at_ms >= @fromMs AND i.verified_at_ms < @untilMs AND e.place = 0 AND e.type IN (${types})
    ORDER BY i.verified_at_ms, i.id, e.at_ms, e.id`);
  return (period) => {
    const tally = tallyTouches();
    let id: string | undefined;
    let held: SupplierInvoiceEvent[] = [];
    for (const row of steps.iterate(momentsOf(period))) {
      if (row.id !== id && id !== undefined) {
        tally.add(touchesOf(held));
        held = [];
      }
      id = row.id;
      held.push(JSON.parse(row.event) as SupplierInvoiceEvent); // our own log
    }
    if (id !== undefined) tally.add(touchesOf(held));
    return tally.figures();
  };
}
