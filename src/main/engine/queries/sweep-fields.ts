import type Database from 'better-sqlite3';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { type AlikeFields, alikeFields, type SweptInvoice } from '../../../shared/domain/sweep/index.ts';
import type { Asking } from './queue-filter.ts';

/** So many invoices are looked through for fields that are alike. */
const most = 200;

type Columns = {
  readonly id: SupplierInvoiceId;
  readonly supplierName: string | null;
  readonly fields: string;
  readonly pages: string;
};

/** The fields in doubt of one's basket; of the first in the queue that nobody works on, where one has no basket. */
export function sweepFields(connection: Database.Database): (asking: Asking) => readonly AlikeFields[] {
  const wanted = 'i.id, i.supplier_name AS supplierName, i.fields, i.pages';
  const basket = connection.prepare<unknown[], Columns>(`
    SELECT ${wanted} FROM leases l JOIN supplier_invoices i ON i.id = l.id
    WHERE l.holder = @person AND l.until_ms > @atMs AND i.queue = 'to-verify' ORDER BY i.received_at_ms, i.id LIMIT ${most}`);
  const queue = connection.prepare<unknown[], Columns>(`
    SELECT ${wanted} FROM supplier_invoices i
    WHERE i.queue = 'to-verify' AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.id = i.id AND l.until_ms > @atMs AND l.holder <> @person)
    ORDER BY i.received_at_ms, i.id LIMIT ${most}`);
  return ({ person, atMs }) => {
    const held = basket.all({ person, atMs });
    const rows = held.length > 0 ? held : queue.all({ person, atMs });
    return alikeFields(
      rows.map(({ fields, pages, ...row }): SweptInvoice => ({ ...row, fields: JSON.parse(fields), pages: JSON.parse(pages) })),
    );
  };
}
