import type { AnyRow, Entity } from '../../src/shared/run/define-entity.ts';
import { type EntityName, entities, type RowOf } from '../../src/shared/run/entities/index.ts';
import { type LookupKey, NotUnique } from '../../src/shared/run/store.ts';
import { snake } from '../../src/shared/run/table-plan.ts';

/** One way to find rows: the values of some columns, as text. */
type Index = { readonly columns: readonly string[]; readonly rows: Map<string, AnyRow[]> };
type Stored = { readonly row: AnyRow; readonly keys: readonly (string | null)[] };
type Shape = {
  readonly entity: Entity;
  readonly indexes: readonly (readonly string[])[];
  readonly lookups: ReadonlyMap<string, number>;
  readonly uniques: readonly { readonly name: string; readonly index: number }[];
};
type Table = { readonly shape: Shape; readonly rows: Map<string, Stored>; readonly indexes: readonly Index[] };

const names = Object.keys(entities) as readonly EntityName[];
const shapes = new Map(names.map((name) => [name, shapeOf(entities[name] as Entity)]));

/** Rows of every entity in memory, with their lookups and unique keys. Rows are never changed in place, so copies share them. */
export type MemoryRows = {
  get(entity: EntityName, id: string): AnyRow | undefined;
  find(entity: EntityName, lookup: string, key: LookupKey, limit: number): AnyRow[];
  /** Writes a row over whatever is there; gives back what was there. Throws NotUnique, and then nothing is changed. */
  set(entity: EntityName, row: AnyRow): AnyRow | undefined;
  remove(entity: EntityName, id: string): AnyRow | undefined;
  all(entity: EntityName): Iterable<AnyRow>;
  /** What is written to either of the two afterwards is not in the other. */
  copy(): MemoryRows;
};

export const memoryRows = (): MemoryRows => over(new Map(names.map((name) => [name, emptyTable(name)])), new Set());

/** `shared`: the tables that another holds too, and that are copied before they are written to. */
function over(tables: Map<EntityName, Table>, shared: Set<EntityName>): MemoryRows {
  const table = (name: EntityName): Table => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`no such entity: ${name}`);
    return found;
  };
  function writable(name: EntityName): Table {
    if (shared.delete(name)) tables.set(name, copied(table(name)));
    return table(name);
  }
  return {
    get: (entity, id) => table(entity).rows.get(id)?.row,
    find: (entity, lookup, key, limit) => {
      const { shape, indexes } = table(entity);
      if (key.includes(null)) return [];
      const index = indexes[shape.lookups.get(lookup) ?? -1];
      if (index === undefined) throw new Error(`no such lookup: ${entity} ${lookup}`);
      const found = index.rows.get(key.join('\u0000'));
      return found === undefined ? [] : found.slice(0, limit);
    },
    set: (entity, row) => place(writable(entity), row),
    remove: (entity, id) => take(writable(entity), id),
    all: function* (entity) {
      for (const { row } of table(entity).rows.values()) yield row;
    },
    copy: () => {
      for (const name of names) shared.add(name);
      return over(new Map(tables), new Set(names));
    },
  };
}

function place({ shape, rows, indexes }: Table, row: AnyRow): AnyRow | undefined {
  const keys = indexes.map(({ columns }) => keyOf(shape.entity, columns, row));
  for (const { name, index } of shape.uniques) {
    const key = keys[index];
    const there = key === null || key === undefined ? undefined : indexes[index]?.rows.get(key)?.[0];
    if (there !== undefined && there.id !== row.id) throw new NotUnique(name);
  }
  const before = rows.get(row.id);
  rows.set(row.id, { row, keys });
  for (let n = 0; n < indexes.length; n += 1) moveBetweenKeys(indexes[n] as Index, row, before?.keys[n] ?? null, keys[n] ?? null); // n is within
  return before?.row;
}

function moveBetweenKeys(index: Index, row: AnyRow, from: string | null, to: string | null): void {
  if (from !== null && from === to) {
    const bucket = index.rows.get(from) ?? [];
    bucket[bucket.findIndex(({ id }) => id === row.id)] = row;
    return;
  }
  if (from !== null) takeFrom(index, from, row.id);
  if (to === null) return;
  const bucket = index.rows.get(to);
  if (bucket === undefined) index.rows.set(to, [row]);
  else {
    let place = bucket.length;
    while (place > 0 && (bucket[place - 1] as AnyRow).id > row.id) place -= 1; // place is within
    bucket.splice(place, 0, row);
  }
}

function takeFrom(index: Index, key: string, id: string): void {
  const bucket = index.rows.get(key) ?? [];
  if (bucket.length === 1) index.rows.delete(key);
  else
    bucket.splice(
      bucket.findIndex((row) => row.id === id),
      1,
    );
}

function take({ rows, indexes }: Table, id: string): AnyRow | undefined {
  const before = rows.get(id);
  if (before === undefined) return undefined;
  rows.delete(id);
  indexes.forEach((index, n) => {
    const key = before.keys[n] ?? null;
    if (key !== null) takeFrom(index, key, id);
  });
  return before.row;
}

function keyOf({ derived }: Entity, columns: readonly string[], row: AnyRow): string | null {
  let key = '';
  for (const column of columns) {
    const value = column in derived ? derived[column]?.of(row) : (row as unknown as Record<string, unknown>)[column]; // a column of its entity
    if (value === null || value === undefined) return null;
    key = column === columns[0] ? String(value) : `${key}\u0000${value}`; // an empty text is a value too
  }
  return key;
}

function shapeOf(entity: Entity): Shape {
  const indexes: (readonly string[])[] = [];
  const indexOn = (columns: readonly string[]): number => {
    const known = indexes.findIndex((each) => each.join() === columns.join());
    return known === -1 ? indexes.push(columns) - 1 : known;
  };
  const lookups = new Map(Object.entries(entity.lookups).map(([name, columns]) => [name, indexOn(columns)]));
  const uniques = Object.entries(entity.unique).map(([name, columns]) => ({
    name: `${entity.table}_${snake(name)}`,
    index: indexOn(columns),
  }));
  return { entity, indexes, lookups, uniques };
}

function emptyTable(name: EntityName): Table {
  const shape = shapes.get(name) ?? shapeOf(entities[name] as Entity);
  return { shape, rows: new Map(), indexes: shape.indexes.map((columns) => ({ columns, rows: new Map() })) };
}

const copied = ({ shape, rows, indexes }: Table): Table => ({
  shape,
  rows: new Map(rows),
  indexes: indexes.map(({ columns, rows: byKey }) => ({
    columns,
    rows: new Map([...byKey].map(([key, bucket]) => [key, [...bucket]])),
  })),
});

/** The scope that a row belongs to. */
export const scopeOf = (entity: EntityName, row: AnyRow): string => (entities[entity] as Entity).scope(row);
export const entityNames = names;
export type AnyEntityRow = RowOf<EntityName>;
