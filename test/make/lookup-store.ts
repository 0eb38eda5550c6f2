import type { Entity } from '../../src/shared/run/define-entity.ts';
import { type EntityName, entities, type RowOf } from '../../src/shared/run/entities/index.ts';
import { findAtMost, oneByOne, type Store } from '../../src/shared/run/store.ts';

/** The Store port over rows in memory, with every declared lookup as an index: as quick as a rule can be measured, with no database in it. */
export function lookupStore(): Store & { add<Name extends EntityName>(entity: Name, row: RowOf<Name>): void } {
  const rows = new Map<string, unknown>();
  const indexes = new Map<string, string[]>();
  const keyOf = (entity: string, lookup: string, key: readonly unknown[]) => `${entity} ${lookup} ${JSON.stringify(key)}`;
  const columnOf = (entity: Entity, row: RowOf<EntityName>, column: string): unknown => {
    const derived = entity.derived[column];
    return derived === undefined ? ((row as unknown as Record<string, unknown>)[column] ?? null) : derived.of(row); // a column of that entity
  };
  const asked: Pick<Store, 'get' | 'find'> = {
    get: async (name, id) => rows.get(`${name} ${id}`) as never, // kept under its own name
    find: async (name, lookup, key, limit = findAtMost) => {
      if (key.includes(null)) return [];
      const ids = (indexes.get(keyOf(name, lookup, key)) ?? []).slice(0, limit);
      return ids.map((id) => rows.get(`${name} ${id}`)) as never;
    },
  };
  return {
    ...asked,
    ...oneByOne(asked),
    add: (name, row) => {
      const entity: Entity = entities[name];
      rows.set(`${name} ${row.id}`, row);
      for (const [lookup, columns] of Object.entries(entity.lookups)) {
        const key = keyOf(
          name,
          lookup,
          columns.map((column) => columnOf(entity, row, column)),
        );
        const ids = indexes.get(key);
        if (ids === undefined) indexes.set(key, [row.id]);
        else ids.push(row.id);
      }
    },
  };
}
