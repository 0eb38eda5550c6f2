import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { PersonId, SupplierId } from '../../../shared/base/ids.ts';
import type { ExternalIdRow, RevealedSupplier, SupplierCard, SupplierRow } from '../../../shared/contract/suppliers.ts';
import { coverPersonalNumbers, withPersonsCovered } from '../../../shared/domain/identifiers/index.ts';
import { mergeBehind, undoableThrough } from '../../../shared/domain/register-changes/index.ts';
import { type Supplier, shownSupplier } from '../../../shared/domain/suppliers/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { type QueueColumns, queueColumns, toQueueRow } from './queue-list.ts';
import type { RegisterSearch, RegisterSearchInput } from './register-search.ts';
import { revealedUntil } from './revealed.ts';

type Row = Omit<SupplierRow, 'paymentNumbers'> & { readonly paymentNumbers: string };

/** Suppliers as the register's box finds them, by name where nothing is looked for, with the payment numbers that have not ended. */
export function suppliersList(
  connection: Database.Database,
  search: RegisterSearch,
): (input: Omit<RegisterSearchInput, 'register'>) => readonly SupplierRow[] {
  const one = connection.prepare<{ readonly id: string; readonly today: Day }, Row>(`
    SELECT s.id, s.name, s.organisation_number AS organisationNumber,
      CASE WHEN s.protected_by IS NULL THEN s.city END AS city,
      (SELECT json_group_array(json_object('kind', n.kind, 'number', n.number)) FROM payment_numbers n
        WHERE n.supplier_id = s.id AND n.state IS NULL AND coalesce(n.through_day, @today) >= @today) AS paymentNumbers
    FROM suppliers s WHERE s.id = @id`);
  return (input) => {
    const { hits, resting } = search({ register: 'supplier', ...input });
    return [...hits, ...resting].slice(0, input.limit).flatMap(({ id }) => {
      const row = one.get({ id, today: input.today });
      if (row === undefined) return [];
      return {
        ...withPersonsCovered(row),
        paymentNumbers: JSON.parse(row.paymentNumbers) as SupplierRow['paymentNumbers'], // made by the query
      };
    });
  };
}

/** A supplier with its payment numbers, its ids in other systems and its newest invoices. */
export function supplierCard(connection: Database.Database, store: Store): (id: SupplierId) => Promise<SupplierCard | null> {
  const invoices = connection.prepare<unknown[], QueueColumns>(
    `SELECT ${queueColumns} FROM supplier_invoices i WHERE supplier_id = ? ORDER BY received_at_ms DESC, id DESC LIMIT 50`,
  );
  return async (id) => {
    const supplier = await store.get('supplier', id);
    if (supplier === undefined) return null;
    return {
      supplier: shownSupplier(supplier),
      paymentNumbers: await store.find('paymentNumber', 'bySupplier', [id]),
      externalIds: (await externalIdsOf(store, supplier)).map((row) => ({
        ...row,
        externalId: coverPersonalNumbers(row.externalId),
      })),
      invoices: invoices.all(id).map(toQueueRow),
      undoableThrough: await undoableThroughOf(store, supplier),
    };
  };
}

async function undoableThroughOf(store: Store, { id, mergedInto }: Supplier): Promise<Day | null> {
  if (mergedInto === undefined) return null;
  const merge = mergeBehind(await store.find('registerChange', 'bySupplierAndState', [id, 'approved'], allChanges));
  return merge === undefined ? null : undoableThrough(merge);
}

/** More than anyone makes of one supplier. */
const allChanges = 10_000;

/** Its own, and those of the suppliers that were merged into it: their ids keep leading to it. */
async function externalIdsOf(store: Store, { id }: Supplier): Promise<readonly ExternalIdRow[]> {
  const absorbed = await store.find('supplier', 'byMergedInto', [id]);
  const found = await Promise.all(
    [id, ...absorbed.map((one) => one.id)].map((one) => store.find('supplierExternalId', 'bySupplier', [one])),
  );
  return found
    .flat()
    .flatMap(({ supplierId, system, externalId }) => (externalId === undefined ? [] : [{ supplierId, system, externalId }]));
}

/** What is covered of a supplier, whole, for whoever has just said why. */
export function supplierRevealed(
  store: Store,
): (id: SupplierId, to: PersonId, nowMs: number) => Promise<RevealedSupplier | null> {
  return async (id, to, nowMs) => {
    const supplier = await store.get('supplier', id);
    const untilMs = supplier === undefined ? null : await revealedUntil(store, id, to, nowMs);
    if (supplier === undefined || untilMs === null) return null;
    return { supplier, externalIds: await externalIdsOf(store, supplier), untilMs };
  };
}
