import type Database from 'better-sqlite3';
import { type Day, dayInSweden } from '../../../shared/base/day.ts';
import type { FiscalPeriod } from '../../../shared/domain/calendar/index.ts';
import {
  type Arrived,
  type FaultFigures,
  faultFigures,
  monthsUpTo,
  type NotedFault,
  type RefusedFile,
} from '../../../shared/domain/fault-figures/index.ts';
import { momentsOf } from './overview-period.ts';

type Row<One extends { readonly isEInvoice: boolean }> = Omit<One, 'day' | 'isEInvoice'> & {
  readonly atMs: number;
  readonly isEInvoice: 0 | 1;
};

/** Faults noted on invoices, and files that could not be read: see `FaultFigures`. Undoings are looked for up to now. */
export function faultFiguresIn(connection: Database.Database): (period: FiscalPeriod) => FaultFigures {
  const isData = "f.name LIKE '%.xml'";
  const noted = connection.prepare<unknown[], Row<NotedFault>>(`
    SELECT e.command_id AS commandId, e.event ->> '$.undoes' AS undoes, e.at_ms AS atMs, e.event ->> '$.after.reason' AS reason,
      i.supplier_id AS supplierId, i.supplier_name AS supplierName, f.channel, i.soundness IS NOT NULL AS isEInvoice
    FROM events e JOIN supplier_invoices i ON i.id = e.subject_id JOIN source_files f ON f.id = i.file_id
    WHERE e.type = 'fault-noted' AND e.at_ms >= @fromMs ORDER BY e.at_ms, e.id`);
  const refused = connection.prepare<unknown[], Row<RefusedFile>>(`
    SELECT f.received_at_ms AS atMs, f.reason, f.channel, ${isData} AS isEInvoice FROM source_files f
    WHERE f.state = 'rejected' AND f.received_at_ms >= @fromMs AND f.received_at_ms < @untilMs`);
  const arrived = connection.prepare<unknown[], Row<Arrived>>(`
    SELECT f.channel, i.soundness IS NOT NULL AS isEInvoice, count(*) AS count FROM supplier_invoices i JOIN source_files f ON f.id = i.file_id
    WHERE i.received_at_ms >= @fromMs AND i.received_at_ms < @untilMs GROUP BY 1, 2`);
  const dated = <One extends { readonly atMs: number; readonly isEInvoice: 0 | 1 }>({ atMs, isEInvoice, ...rest }: One) => ({
    ...rest,
    day: dayInSweden(atMs),
    isEInvoice: isEInvoice === 1,
  });
  return (period) => {
    const months = monthsUpTo(period.throughDay);
    const trend = momentsOf({ fromDay: `${months[0]}-01` as Day, throughDay: period.throughDay });
    const fromMs = Math.min(trend.fromMs, momentsOf(period).fromMs);
    return faultFigures(
      noted.all({ fromMs }).map(dated),
      refused.all({ ...trend, fromMs }).map(dated),
      arrived.all(momentsOf(period)).map(({ isEInvoice, ...row }) => ({ ...row, isEInvoice: isEInvoice === 1 })),
      period,
      months,
    );
  };
}
