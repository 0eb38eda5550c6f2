import { type EntityName, entities, type RowOf } from '../../shared/run/entities/index.ts';
import { toRow } from '../../shared/run/row-columns.ts';
import type { LookupKey } from '../../shared/run/store.ts';
import { entityPlans, snake } from '../../shared/run/table-plan.ts';
import type { Connection } from './connection.ts';
import { listed, named, type Statement, typeOf } from './sql.ts';

/** PostgreSQL has no text with a NUL in it, so that nothing can be found by one. */
const cannotBe = (value: string | number | null): boolean =>
  value === null || (typeof value === 'string' && value.includes('\u0000'));

/** The row with this id as it is in its table. */
export async function selectRow<Name extends EntityName>(
  connection: Connection,
  entity: Name,
  id: string,
): Promise<RowOf<Name> | undefined> {
  if (cannotBe(id)) return undefined;
  const plan = entityPlans[entity];
  const statement = { name: `get ${entity}`, text: `SELECT ${listed(plan)} FROM ${plan.table} WHERE id = $1` };
  const [found] = await connection.query(statement, [id]);
  return found === undefined ? undefined : toRow(entity, named(plan, found));
}

/** At most `limit` rows with this key as they are in their table, in the order of their ids. */
export async function selectRows<Name extends EntityName>(
  connection: Connection,
  entity: Name,
  by: { readonly lookup: string; readonly key: LookupKey; readonly limit: number },
): Promise<readonly RowOf<Name>[]> {
  if (by.key.some(cannotBe)) return [];
  const found = await connection.query(findStatement(entity, by.lookup), [...by.key, by.limit]);
  return found.map((values) => toRow(entity, named(entityPlans[entity], values)));
}

/** The rows that are there under these ids, in no order. */
export async function selectById<Name extends EntityName>(
  connection: Connection,
  entity: Name,
  ids: readonly string[],
): Promise<readonly RowOf<Name>[]> {
  const plan = entityPlans[entity];
  const statement = { name: `get many ${entity}`, text: `SELECT ${listed(plan)} FROM ${plan.table} WHERE id = ANY($1)` };
  const found = await connection.query(statement, [ids.filter((id) => !cannotBe(id))]);
  return found.map((values) => toRow(entity, named(plan, values)));
}

/** As `selectRows` for each key, in the order of the keys. */
export async function selectForEach<Name extends EntityName>(
  connection: Connection,
  entity: Name,
  by: { readonly lookup: string; readonly keys: readonly LookupKey[]; readonly limit: number },
): Promise<readonly (readonly RowOf<Name>[])[]> {
  const plan = entityPlans[entity];
  const asked = by.keys.flatMap((key, place) => (key.some(cannotBe) ? [] : [{ key, place }]));
  const found = by.keys.map((): RowOf<Name>[] => []);
  const parts = lookedUpBy(entity, by.lookup).map((_, part) => asked.map(({ key }) => key[part]));
  const rows = await connection.query(findManyStatement(entity, by.lookup), [
    ...parts,
    asked.map(({ place }) => place),
    by.limit,
  ]);
  for (const [place, ...values] of rows) found[Number(place)]?.push(toRow(entity, named(plan, values)));
  return found;
}

function findManyStatement(entity: EntityName, lookup: string): Statement {
  const plan = entityPlans[entity];
  const names = lookedUpBy(entity, lookup);
  const columns = names.map((name) => plan.columns.find((column) => column.name === name) ?? unknownColumn(entity, name));
  const keys = columns.map((_, part) => `k${part}`);
  const arrays = [...columns.map(({ kind }) => typeOf[kind]), 'bigint'].map((type, part) => `$${part + 1}::${type}[]`);
  const conditions = columns.map(({ column }, part) => `${column} = each.k${part}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    name: `find many ${entity} ${lookup}`,
    text: `SELECT each.place, found.* FROM unnest(${arrays.join(', ')}) AS each (${[...keys, 'place'].join(', ')})
      CROSS JOIN LATERAL (SELECT ${listed(plan)} FROM ${plan.table} ${where} ORDER BY id LIMIT $${columns.length + 2}) AS found
      ORDER BY each.place, found.id`,
  };
}

function findStatement(entity: EntityName, lookup: string): Statement {
  const plan = entityPlans[entity];
  const names = lookedUpBy(entity, lookup);
  const conditions = names.map((name, place) => `${snake(name)} = $${place + 1}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    name: `find ${entity} ${lookup}`,
    text: `SELECT ${listed(plan)} FROM ${plan.table} ${where} ORDER BY id LIMIT $${names.length + 1}`,
  };
}

function lookedUpBy(entity: EntityName, lookup: string): readonly string[] {
  const lookups: { readonly [name: string]: readonly string[] } = entities[entity].lookups;
  const names = lookups[lookup];
  if (names === undefined) throw new Error(`${entity} has no lookup ${lookup}`);
  return names;
}

function unknownColumn(entity: EntityName, name: string): never {
  throw new Error(`${entity} has no column ${name}`);
}
