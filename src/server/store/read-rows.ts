import { type EntityName, entities, type RowOf } from '../../shared/run/entities/index.ts';
import { toRow } from '../../shared/run/row-columns.ts';
import type { LookupKey } from '../../shared/run/store.ts';
import { entityPlans, snake } from '../../shared/run/table-plan.ts';
import type { Connection } from './connection.ts';
import { listed, named, type Statement } from './sql.ts';

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

function findStatement(entity: EntityName, lookup: string): Statement {
  const plan = entityPlans[entity];
  const lookups: { readonly [name: string]: readonly string[] } = entities[entity].lookups;
  const names = lookups[lookup];
  if (names === undefined) throw new Error(`${entity} has no lookup ${lookup}`);
  const conditions = names.map((name, place) => `${snake(name)} = $${place + 1}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    name: `find ${entity} ${lookup}`,
    text: `SELECT ${listed(plan)} FROM ${plan.table} ${where} ORDER BY id LIMIT $${names.length + 1}`,
  };
}
