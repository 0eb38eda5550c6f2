import type { EntityName, RowOf } from '../../../shared/run/entities/index.ts';
import { type LookupKey, oneByOne, type Store } from '../../../shared/run/store.ts';
import type { ReplicaTransaction } from './ports.ts';

/**
 * A transaction that reads each row, and asks each question, once: a thousand commands that are replayed ask for the same rows time
 * and again. It must be the only one that writes. Rows are never changed in place, so that one may be given out twice.
 */
export function rememberRows(transaction: ReplicaTransaction): ReplicaTransaction {
  const rows = new Map<string, RowOf<EntityName> | undefined>();
  const found = new Map<EntityName, Map<string, readonly RowOf<EntityName>[]>>();
  const shadowed = new Set<string>();
  const nameOf = (entity: EntityName, id: string): string => `${entity} ${id}`;

  function forgetAll(): void {
    rows.clear();
    found.clear();
    shadowed.clear();
  }
  const changed = (entity: EntityName, id: string, row: RowOf<EntityName> | undefined): void => {
    rows.set(nameOf(entity, id), row);
    found.delete(entity);
  };

  const asked: Pick<Store, 'get' | 'find'> = {
    get: async <Name extends EntityName>(entity: Name, id: string) => {
      const name = nameOf(entity, id);
      if (!rows.has(name)) rows.set(name, await transaction.get(entity, id));
      return rows.get(name) as RowOf<Name> | undefined; // kept under the entity's name
    },
    find: async <Name extends EntityName>(entity: Name, lookup: never, key: LookupKey, limit?: number) => {
      const questions = found.get(entity) ?? new Map<string, readonly RowOf<EntityName>[]>();
      const question = JSON.stringify([lookup, key, limit]);
      const answer = questions.get(question) ?? (await transaction.find(entity, lookup, key, limit));
      found.set(entity, questions.set(question, answer));
      return answer as readonly RowOf<Name>[]; // as above
    },
  };
  return {
    ...transaction,
    ...asked,
    ...oneByOne(asked),
    put: async (entity, row) => {
      await transaction.put(entity, row);
      changed(entity, row.id, row);
    },
    place: async (entity, row) => {
      await transaction.place(entity, row);
      changed(entity, row.id, row);
    },
    drop: async (entity, id) => {
      await transaction.drop(entity, id);
      changed(entity, id, undefined);
    },
    keepShadow: async (shadow) => {
      const name = nameOf(shadow.entity, shadow.id);
      if (!shadowed.has(name)) await transaction.keepShadow(shadow);
      shadowed.add(name);
    },
    clearShadows: async () => {
      await transaction.clearShadows();
      shadowed.clear();
    },
    dropScope: async (scope) => {
      await transaction.dropScope(scope);
      forgetAll();
    },
    rollbackToSavepoint: async () => {
      await transaction.rollbackToSavepoint();
      forgetAll();
    },
  };
}
