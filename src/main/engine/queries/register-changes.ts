import type Database from 'better-sqlite3';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { ChangeFolder, RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import type { RegisterChange } from '../../../shared/domain/register-changes/index.ts';
import type { Store } from '../../../shared/run/store.ts';

type Names = Omit<RegisterChangeRow, 'change'> & { readonly id: string };

const columns = `c.id, coalesce(s.name, '') AS supplierName, coalesce(asked.name, c.requested_by) AS requestedByName,
  decided.name AS decidedByName, rang.name AS callBackByName, coalesce(n.number, into_.name) AS object
  FROM register_changes c
  LEFT JOIN suppliers s ON s.id = c.supplier_id
  LEFT JOIN people asked ON asked.id = c.requested_by
  LEFT JOIN people decided ON decided.id = c.decided_by
  LEFT JOIN people rang ON rang.id = c.call_back ->> 'by'
  LEFT JOIN payment_numbers n ON c.wanted ->> 'kind' = 'end-payment-number' AND n.id = c.wanted ->> 'numberId'
  LEFT JOIN suppliers into_ ON into_.id = c.wanted ->> 'into'`;

/** Changes that wait, the oldest first; or those that were decided or taken back, the newest first. */
export function registerChanges(
  connection: Database.Database,
  store: Store,
): (folder: ChangeFolder, limit: number) => Promise<readonly RegisterChangeRow[]> {
  const pending = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.state = 'pending' ORDER BY c.requested_at_ms LIMIT ?`,
  );
  const decided = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.state <> 'pending' ORDER BY coalesce(c.decided_at_ms, c.requested_at_ms) DESC LIMIT ?`,
  );
  return (folder, limit) => withRows(store, (folder === 'pending' ? pending : decided).all(limit));
}

/** Changes asked for of a supplier, the newest first. */
export function changesOfSupplier(
  connection: Database.Database,
  store: Store,
): (supplierId: SupplierId, limit: number) => Promise<readonly RegisterChangeRow[]> {
  const statement = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.supplier_id = ? ORDER BY c.requested_at_ms DESC LIMIT ?`,
  );
  return (supplierId, limit) => withRows(store, statement.all(supplierId, limit));
}

async function withRows(store: Store, names: readonly Names[]): Promise<readonly RegisterChangeRow[]> {
  const rows = await Promise.all(
    names.map(async ({ id, ...rest }) => ({ change: await store.get('registerChange', id), ...rest })),
  );
  return rows.filter((row): row is typeof row & { change: RegisterChange } => row.change !== undefined);
}
