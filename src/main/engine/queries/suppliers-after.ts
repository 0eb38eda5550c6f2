import type Database from 'better-sqlite3';
import type { Supplier } from '../../../shared/domain/suppliers/index.ts';
import type { Store } from '../../../shared/run/store.ts';

/** The suppliers of the register after an id, in the order of their ids: for what goes through all of them, a page at a time. */
export function suppliersAfter(
  connection: Database.Database,
  store: Store,
): (id: string, limit: number) => Promise<readonly Supplier[]> {
  const statement = connection.prepare<unknown[], { id: string }>('SELECT id FROM suppliers WHERE id > ? ORDER BY id LIMIT ?');
  return async (id, limit) => {
    const found = await Promise.all(statement.all(id, limit).map((row) => store.get('supplier', row.id)));
    return found.filter((supplier) => supplier !== undefined);
  };
}
