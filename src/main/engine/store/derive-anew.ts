import type Database from 'better-sqlite3';
import type { Entity } from '../../../shared/run/define-entity.ts';
import { derivation } from '../../../shared/run/derivation.ts';
import { type Digest, digestHex, emptyDigest, withRow } from '../../../shared/run/digest.ts';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import { toColumns, toRow } from '../../../shared/run/row-columns.ts';
import { NotUnique } from '../../../shared/run/store.ts';
import { entityPlans, logPlans } from '../../../shared/run/table-plan.ts';
import { prepareTable, type Statements } from './statements.ts';
import { guarded } from './store-errors.ts';

const rowsAtATime = 500;

/** What is computed from rows is computed anew where an older program wrote it, or none did. All of it, or nothing. */
export function deriveAnew(connection: Database.Database): void {
  if (Number(connection.pragma('user_version', { simple: true })) >= derivation) return;
  connection.transaction(() => {
    const digests = new Map<string, Digest>();
    for (const name of Object.keys(entities) as EntityName[])
      for (const { row, scope } of derivedRows(connection, name))
        digests.set(scope, withRow(digests.get(scope) ?? emptyDigest, row.id, row.rev));
    const kept = prepareTable(connection, logPlans.scopeDigest, 'scope = @scope');
    for (const [scope, digest] of digests) kept.place({ scope, rows: digest.rows, sum: digestHex(digest) });
    connection.pragma(`user_version = ${derivation}`);
  })();
}

type Derived = { readonly row: RowOf<EntityName>; readonly scope: string };

/** Every row of an entity, after its computed columns have been written. */
function* derivedRows(connection: Database.Database, name: EntityName): Generator<Derived> {
  const table = prepareTable(connection, entityPlans[name], 'id = @id');
  const entity: Entity = entities[name];
  const computesNothing = 'scope' in entity.columns && Object.keys(entity.derived).length === 0; // the history may not be rewritten
  for (let after = ''; ; ) {
    const columns = table.select('WHERE id > @after ORDER BY id LIMIT @limit', { after, limit: rowsAtATime });
    for (const each of columns) {
      const row = toRow(name, each);
      if (!computesNothing) write(table, name, row);
      after = row.id;
      yield { row, scope: entity.scope(row) };
    }
    if (columns.length < rowsAtATime) return;
  }
}

/**
 * Invoices that were verified before the rule against duplicates may be each other's: the first keeps the key, and the others stand
 * beside it as if a clerk had said why.
 */
function write(table: Statements, name: EntityName, row: RowOf<EntityName>): void {
  try {
    guarded(() => table.update(toColumns(name, row)));
  } catch (error) {
    if (!(error instanceof NotUnique) || name !== 'supplierInvoice') throw error;
    const beside = { ...row, despiteDuplicate: 'verified-before-the-rule' } as RowOf<EntityName>; // it is a live invoice's
    table.update(toColumns(name, beside));
  }
}
