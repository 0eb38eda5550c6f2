import type Database from 'better-sqlite3';
import type { SupplierId, SupplierInvoiceId } from '../../../shared/base/ids.ts';

/** The ids of a supplier's invoices that someone has vouched for, the last registered first: ids are made in the order of time. */
export function verifiedInvoices(connection: Database.Database): (id: SupplierId, limit: number) => readonly SupplierInvoiceId[] {
  const statement = connection
    .prepare<unknown[], SupplierInvoiceId>(`
      SELECT id FROM (
        SELECT * FROM (SELECT id FROM supplier_invoices WHERE supplier_id = @id AND state = 'verified' ORDER BY id DESC LIMIT @limit)
        UNION ALL
        SELECT * FROM (SELECT id FROM supplier_invoices WHERE supplier_id = @id AND state = 'approved' ORDER BY id DESC LIMIT @limit)
      ) ORDER BY id DESC LIMIT @limit`)
    .pluck();
  return (id, limit) => statement.all({ id, limit });
}
