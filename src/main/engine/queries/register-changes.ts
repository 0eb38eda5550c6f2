import type Database from 'better-sqlite3';
import type { PersonId, SupplierId } from '../../../shared/base/ids.ts';
import type { ChangeFolder, RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import type { RevealedChange } from '../../../shared/contract/suppliers.ts';
import { type RegisterChange, shownChange } from '../../../shared/domain/register-changes/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { showKey } from './register-search-text.ts';
import { revealedUntil } from './revealed.ts';

type Names = Omit<RegisterChangeRow, 'change'> & {
  readonly id: string;
  readonly isProtected: number;
  readonly numberKind: string | null;
};

const columns = `c.id, coalesce(s.name, '') AS supplierName, coalesce(asked.name, c.requested_by) AS requestedByName,
  decided.name AS decidedByName, rang.name AS callBackByName, coalesce(n.number, into_.name) AS object, n.kind AS numberKind,
  s.protected_by IS NOT NULL AS isProtected
  FROM register_changes c
  LEFT JOIN suppliers s ON s.id = c.supplier_id
  LEFT JOIN people asked ON asked.id = c.requested_by
  LEFT JOIN people decided ON decided.id = c.decided_by
  LEFT JOIN people rang ON rang.id = c.call_back ->> 'by'
  LEFT JOIN payment_numbers n ON n.id = CASE c.wanted ->> 'kind'
    WHEN 'replace-payment-number' THEN c.wanted ->> 'replaces' WHEN 'add-payment-number' THEN NULL ELSE c.wanted ->> 'numberId' END
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
  return (folder, limit) => asRows(store, (folder === 'pending' ? pending : decided).all(limit));
}

/** Changes asked for of a supplier, the newest first. */
export function changesOfSupplier(
  connection: Database.Database,
  store: Store,
): (supplierId: SupplierId, limit: number) => Promise<readonly RegisterChangeRow[]> {
  const statement = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.supplier_id = ? ORDER BY c.requested_at_ms DESC LIMIT ?`,
  );
  return (supplierId, limit) => asRows(store, statement.all(supplierId, limit));
}

/** Changes by their ids, as lists have them; in no order. */
export function withRows(
  connection: Database.Database,
  store: Store,
): (ids: readonly string[]) => Promise<readonly RegisterChangeRow[]> {
  const statement = connection.prepare<unknown[], Names>(`SELECT ${columns} WHERE c.id IN (SELECT value FROM json_each(?))`);
  return (ids) => asRows(store, statement.all(JSON.stringify(ids)));
}

async function asRows(store: Store, names: readonly Names[]): Promise<readonly RegisterChangeRow[]> {
  const rows = await Promise.all(
    names.map(async ({ id, isProtected, numberKind, ...rest }) => {
      const change = await store.get('registerChange', id);
      const object = rest.object !== null && numberKind !== null ? showNumber(numberKind, rest.object) : rest.object;
      return { ...rest, change: change && shownChange(change, isProtected === 1), object };
    }),
  );
  return rows.filter((row): row is typeof row & { change: RegisterChange } => row.change !== undefined);
}

/** A payment number as people read it. */
const showNumber = (kind: string, number: string): string => (kind === 'bank-account' ? number : showKey(kind, number));

/** What a change is about, whole, for whoever has just said why they have to see it. */
export function changeRevealed(
  store: Store,
): (id: RegisterChange['id'], to: PersonId, nowMs: number) => Promise<RevealedChange | null> {
  return async (id, to, nowMs) => {
    const change = await store.get('registerChange', id);
    const untilMs = change === undefined ? null : await revealedUntil(store, id, to, nowMs);
    return change === undefined || untilMs === null ? null : { wanted: change.wanted, untilMs };
  };
}
