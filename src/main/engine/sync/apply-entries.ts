import { withoutRow, withRow } from '../../../shared/run/digest.ts';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import type { Entry } from '../../../shared/run/store.ts';
import type { ReplicaTransaction } from './ports.ts';

/** Writes the server's changes to rows that carry nothing of this workstation's own. An entry that is known already does nothing. */
export async function applyEntries(transaction: ReplicaTransaction, entries: readonly Entry[]): Promise<void> {
  for (const { op, entity, rowId, rev, scope, body } of entries) {
    if (op === 'outcome' || entity === 'command') continue;
    const old = await transaction.get(entity, rowId);
    if (old !== undefined && old.rev >= rev) continue;
    if (op === 'put')
      await placeRow(transaction, entity, body as RowOf<EntityName>); // the entry says whose row it is
    else if (old !== undefined && scopeOf(entity, old) === scope) await dropRow(transaction, entity, old);
  }
}

/** Writes one row of the server's and counts it in the digest of its scope. */
export async function placeRow(transaction: ReplicaTransaction, entity: EntityName, row: RowOf<EntityName>): Promise<void> {
  const old = await transaction.get(entity, row.id);
  if (old !== undefined) await countOut(transaction, entity, old);
  await transaction.place(entity, row);
  const scope = scopeOf(entity, row);
  await transaction.keepDigest(scope, withRow(await transaction.digest(scope), row.id, row.rev));
}

async function dropRow(transaction: ReplicaTransaction, entity: EntityName, row: RowOf<EntityName>): Promise<void> {
  await countOut(transaction, entity, row);
  await transaction.drop(entity, row.id);
}

async function countOut(transaction: ReplicaTransaction, entity: EntityName, row: RowOf<EntityName>): Promise<void> {
  const scope = scopeOf(entity, row);
  await transaction.keepDigest(scope, withoutRow(await transaction.digest(scope), row.id, row.rev));
}

const scopeOf = (entity: EntityName, row: RowOf<EntityName>): string => entities[entity].scope(row as never); // the entity's own row
