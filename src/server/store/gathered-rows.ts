import { type EntityName, entities, type RowOf } from '../../shared/run/entities/index.ts';
import { toColumns } from '../../shared/run/row-columns.ts';
import { type LookupKey, NotUnique, WrongRevision } from '../../shared/run/store.ts';
import { entityPlans, primaryKeyOf } from '../../shared/run/table-plan.ts';
import type { Columns } from './sql.ts';

type AnyRow = RowOf<EntityName>;

/** A row that is to be written, and the one that is in the table; null: none is. */
export type Pending = { readonly row: AnyRow; readonly columns: Columns; readonly base: AnyRow | null };

/** What a transaction knows of rows: those that it has read, and those that it will write. Nothing here talks to the database. */
export type GatheredRows = {
  /** The row as the transaction has it; null: there is none; undefined: nobody has looked. */
  known(entity: EntityName, id: string): AnyRow | null | undefined;
  learn(entity: EntityName, id: string, row: AnyRow | null): void;
  /** The row that was there must be known, unless the new one is the first. Throws NotUnique and WrongRevision. */
  put(entity: EntityName, row: AnyRow): void;
  /** A pending row would be put anew under another unique key: nobody has looked whether the first one was free. */
  leavesUniqueKey(entity: EntityName, row: AnyRow): boolean;
  pending(entity: EntityName): ReadonlyMap<string, Pending>;
  pendingCount(): number;
  /** What was pending has been written. */
  written(): void;
  /** Those pending rows that a lookup by this key finds. */
  matching(entity: EntityName, lookup: string, key: LookupKey): readonly AnyRow[];
};

/** `takeBack` gets what undoes each change, for a savepoint that is rolled back to. */
export function gatherRows(takeBack: (undo: () => void) => void): GatheredRows {
  const known = new Map<string, AnyRow | null>();
  const pending = new Map<EntityName, Map<string, Pending>>();
  let count = 0;

  const pendingOf = (entity: EntityName): Map<string, Pending> => {
    const found = pending.get(entity) ?? new Map<string, Pending>();
    pending.set(entity, found);
    return found;
  };

  return {
    known: (entity, id) => known.get(`${entity} ${id}`),
    learn: (entity, id, row) => void known.set(`${entity} ${id}`, row),
    put: (entity, row) => {
      const key = `${entity} ${row.id}`;
      const before = known.get(key);
      const rows = pendingOf(entity);
      const pendingBefore = rows.get(row.id);
      const isFirst = before === null || before === undefined;
      if (row.rev === 1 && !isFirst) throw new NotUnique(primaryKeyOf(entityPlans[entity].table) ?? entity);
      if (row.rev !== (isFirst ? 0 : before.rev) + 1) throw new WrongRevision(entity, row);
      known.set(key, row);
      rows.set(row.id, { row, columns: toColumns(entity, row), base: pendingBefore ? pendingBefore.base : (before ?? null) });
      if (pendingBefore === undefined) count += 1;
      takeBack(() => {
        if (before === undefined) known.delete(key);
        else known.set(key, before);
        if (pendingBefore !== undefined) rows.set(row.id, pendingBefore);
        else if (rows.delete(row.id)) count -= 1;
      });
    },
    leavesUniqueKey: (entity, row) => {
      const before = pendingOf(entity).get(row.id)?.columns;
      if (before === undefined) return false;
      const after = toColumns(entity, row);
      const unique: { readonly [name: string]: readonly string[] } = entities[entity].unique;
      return Object.values(unique)
        .flat()
        .some((column) => before[column] !== after[column]);
    },
    pending: pendingOf,
    pendingCount: () => count,
    written: () => {
      for (const rows of pending.values()) rows.clear();
      count = 0;
    },
    matching: (entity, lookup, key) => {
      const lookups: { readonly [name: string]: readonly string[] } = entities[entity].lookups;
      const names = lookups[lookup] ?? [];
      const matches = ({ columns }: Pending): boolean =>
        names.every((name, place) => columns[name] !== null && String(columns[name]) === String(key[place]));
      return [...pendingOf(entity).values()].filter(matches).map(({ row }) => row);
    },
  };
}
