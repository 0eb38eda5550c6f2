import type Database from 'better-sqlite3';
import type { SupplierId } from '../../../shared/base/ids.ts';
import { folded, sortKey } from '../../../shared/base/text.ts';
import type { SupplierCard, SupplierRow } from '../../../shared/contract/engine.ts';
import type { Store } from '../../../shared/run/store.ts';
import { type QueueColumns, queueColumns, toQueueRow } from './queue-list.ts';

type Row = Omit<SupplierRow, 'paymentNumbers'> & { readonly paymentNumbers: string };

/** Suppliers whose name begins or holds the text, or whose organisation or payment number begins with it; by name. */
export function suppliersList(connection: Database.Database): (search: string, limit: number) => readonly SupplierRow[] {
  const statement = connection.prepare<unknown[], Row>(`
    SELECT s.id, s.name, s.organisation_number AS organisationNumber, s.city,
      (SELECT json_group_array(json_object('kind', n.kind, 'number', n.number)) FROM payment_numbers n WHERE n.supplier_id = s.id) AS paymentNumbers
    FROM suppliers s
    WHERE @name = '' OR instr(s.sort_name, @name) > 0
      OR (@digits <> '' AND (s.organisation_number GLOB @digits || '*'
        OR EXISTS (SELECT 1 FROM payment_numbers n WHERE n.supplier_id = s.id AND n.number GLOB @digits || '*')))
    ORDER BY s.sort_name LIMIT @limit`);
  return (search, limit) => {
    const digits = folded(search).replace(/[\s-]/g, '');
    const found = statement.all({ name: sortKey(search), digits: /^\d+$/.test(digits) ? digits : '', limit });
    return found.map((row) => ({ ...row, paymentNumbers: JSON.parse(row.paymentNumbers) as SupplierRow['paymentNumbers'] }));
  };
}

/** A supplier with its payment numbers and its newest invoices. */
export function supplierCard(connection: Database.Database, store: Store): (id: SupplierId) => Promise<SupplierCard | null> {
  const invoices = connection.prepare<unknown[], QueueColumns>(
    `SELECT ${queueColumns} FROM supplier_invoices WHERE supplier_id = ? ORDER BY received_at_ms DESC, id DESC LIMIT 50`,
  );
  return async (id) => {
    const supplier = await store.get('supplier', id);
    if (supplier === undefined) return null;
    return {
      supplier,
      paymentNumbers: await store.find('paymentNumber', 'bySupplier', [id]),
      invoices: invoices.all(id).map(toQueueRow),
    };
  };
}
