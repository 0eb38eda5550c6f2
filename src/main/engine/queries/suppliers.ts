import type Database from 'better-sqlite3';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierCard, SupplierRow } from '../../../shared/contract/engine.ts';
import type { Store } from '../../../shared/run/store.ts';
import { type QueueColumns, queueColumns, toQueueRow } from './queue-list.ts';
import type { RegisterSearch, RegisterSearchInput } from './register-search.ts';

type Row = Omit<SupplierRow, 'paymentNumbers'> & { readonly paymentNumbers: string };

/** Suppliers as the register's box finds them, by name where nothing is looked for, with their payment numbers. */
export function suppliersList(
  connection: Database.Database,
  search: RegisterSearch,
): (input: Omit<RegisterSearchInput, 'register'>) => readonly SupplierRow[] {
  const one = connection.prepare<[string], Row>(`
    SELECT s.id, s.name, s.organisation_number AS organisationNumber, s.city,
      (SELECT json_group_array(json_object('kind', n.kind, 'number', n.number)) FROM payment_numbers n WHERE n.supplier_id = s.id) AS paymentNumbers
    FROM suppliers s WHERE s.id = ?`);
  return (input) => {
    const { hits, resting } = search({ register: 'supplier', ...input });
    return [...hits, ...resting].slice(0, input.limit).flatMap(({ id, number }) => {
      const row = one.get(id);
      if (row === undefined) return [];
      const isCovered = number?.includes('•') ?? false;
      return {
        ...row,
        organisationNumber: isCovered ? number : row.organisationNumber,
        paymentNumbers: JSON.parse(row.paymentNumbers) as SupplierRow['paymentNumbers'], // made by the query
      };
    });
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
