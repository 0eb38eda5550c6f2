import type Database from 'better-sqlite3';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import { toColumns, toRow } from '../../../shared/run/row-columns.ts';
import { findAtMost, type LookupKey, NotUnique, WrongRevision } from '../../../shared/run/store.ts';
import { entityPlans, primaryKeyOf, snake } from '../../../shared/run/table-plan.ts';
import { prepareTable, type Statements } from './statements.ts';
import { guarded } from './store-errors.ts';

/** The rows of the entities over one connection, with every statement prepared once. */
export type SqliteRows = {
  get<Name extends EntityName>(entity: Name, id: string): RowOf<Name> | undefined;
  find<Name extends EntityName>(entity: Name, lookup: string, key: LookupKey, limit?: number): readonly RowOf<Name>[];
  getMany<Name extends EntityName>(entity: Name, ids: readonly string[]): readonly (RowOf<Name> | undefined)[];
  findMany<Name extends EntityName>(
    entity: Name,
    lookup: string,
    keys: readonly LookupKey[],
    limit?: number,
  ): readonly (readonly RowOf<Name>[])[];
  /** As the Store port's. */
  put<Name extends EntityName>(entity: Name, row: RowOf<Name>): void;
  /** Writes the row whatever revision is there. */
  place<Name extends EntityName>(entity: Name, row: RowOf<Name>): void;
  drop(entity: EntityName, id: string): void;
};

export function sqliteRows(connection: Database.Database): SqliteRows {
  const names = Object.keys(entities) as EntityName[];
  const statements = Object.fromEntries(
    names.map((name) => [name, prepareTable(connection, entityPlans[name], 'id = @id AND rev = @revBefore')]),
  ) as { readonly [Name in EntityName]: Statements };
  const drops = Object.fromEntries(
    names.map((name) => [name, connection.prepare(`DELETE FROM ${entityPlans[name].table} WHERE id = ?`)]),
  );
  return {
    get: (entity, id) => {
      const [columns] = statements[entity].select('WHERE id = @id', { id });
      return columns === undefined ? undefined : toRow(entity, columns);
    },
    find: (entity, lookup, key, limit = findAtMost) => {
      if (key.includes(null)) return [];
      const parameters = { limit, ...Object.fromEntries(key.map((value, place) => [`k${place}`, value])) };
      return statements[entity].select(whereKey(entity, lookup), parameters).map((columns) => toRow(entity, columns));
    },
    getMany: (entity, ids) => {
      const asked = ids.map((id, place) => [place, id]);
      const found = ids.map((): RowOf<typeof entity> | undefined => undefined);
      const answers = statements[entity].selectMany('t.id = each.value ->> 1 AND @limit > 0', asked, 1);
      for (const { place, columns } of answers) found[place] = toRow(entity, columns);
      return found;
    },
    findMany: (entity, lookup, keys, limit = findAtMost) => {
      const asked = keys.flatMap((key, place) => (key.includes(null) ? [] : [[place, ...key]]));
      const found = keys.map((): RowOf<typeof entity>[] => []);
      const answers = statements[entity].selectMany(isAmong(entity, lookup), asked, limit);
      for (const { place, columns } of answers) found[place]?.push(toRow(entity, columns));
      return found;
    },
    put: (entity, row) =>
      guarded(() => {
        const columns = toColumns(entity, row);
        if (row.rev === 1) return insert(statements[entity], entity, columns);
        if (statements[entity].update({ ...columns, revBefore: row.rev - 1 }) !== 1) throw new WrongRevision(entity, row);
      }),
    place: (entity, row) => guarded(() => statements[entity].place(toColumns(entity, row))),
    drop: (entity, id) => guarded(() => void drops[entity]?.run(id)),
  };
}

/** Where both an id and another key are taken, SQLite may name either: it is the id, as in PostgreSQL. */
function insert(table: Statements, entity: EntityName, columns: { readonly [column: string]: unknown }): void {
  try {
    table.insert(columns);
  } catch (error) {
    const isThere = table.select('WHERE id = @id', { id: columns.id }).length > 0;
    throw isThere ? new NotUnique(primaryKeyOf(entityPlans[entity].table) ?? entity) : error;
  }
}

const whereKey = (entity: EntityName, lookup: string): string =>
  `${whereAll(lookedUpBy(entity, lookup).map((column, place) => `${column} = @k${place}`))} ORDER BY id LIMIT @limit`;

/** Whether row `t` is among the first that answer the question `each`. */
function isAmong(entity: EntityName, lookup: string): string {
  const conditions = lookedUpBy(entity, lookup).map((column, place) => `o.${column} = each.value ->> ${place + 1}`);
  return `t.id IN (SELECT o.id FROM ${entityPlans[entity].table} AS o ${whereAll(conditions)} ORDER BY o.id LIMIT @limit)`;
}

const whereAll = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`);

function lookedUpBy(entity: EntityName, lookup: string): readonly string[] {
  const lookups: { readonly [name: string]: readonly string[] } = entities[entity].lookups;
  const names = lookups[lookup];
  if (names === undefined) throw new Error(`${entity} has no lookup ${lookup}`);
  return names.map(snake);
}
