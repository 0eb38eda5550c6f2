import type Database from 'better-sqlite3';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceFile } from '../../src/main/engine/store/open.ts';
import { allPlans } from '../../src/server/store/plans.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { entityPlans, logPlans, snake, type TablePlan } from '../../src/shared/run/table-plan.ts';
import { aDatabase, type TestDatabase } from '../make/postgres.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** A table as a database tells of it, so that those of two databases can be compared. */
type Described = {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly unique: readonly string[];
  readonly indexes: readonly string[];
};

const described = (plan: TablePlan, type: (kind: string) => string, indexes = plan.indexes): Described => ({
  columns: plan.columns.map(({ column, kind, required }) => `${column} ${type(kind)}${required ? '' : ' or null'}`).sort(),
  key: plan.key.map(snake),
  unique: plan.unique.map(({ name, columns }) => `${name}: ${columns.map(snake)}`).sort(),
  indexes: indexes.map(({ name, columns }) => `${name}: ${columns.map(snake)}`).sort(),
});

const sqliteType = (kind: string): string => (['integer', 'minor', 'moment', 'flag'].includes(kind) ? 'integer' : 'text');
const postgresType = (kind: string): string => {
  if (kind === 'flag') return 'boolean';
  if (kind === 'day') return 'date';
  if (kind === 'json') return 'json';
  return sqliteType(kind) === 'integer' ? 'bigint' : 'text collate C';
};

function inSqlite(connection: Database.Database, table: string): Described {
  const columns = connection.prepare('SELECT name, lower(type) AS type, "notnull", pk FROM pragma_table_info(?)').all(table);
  const indexes = connection.prepare('SELECT name, "unique" FROM pragma_index_list(?) WHERE origin = \'c\'').all(table);
  const indexed = connection.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck();
  type Column = { name: string; type: string; notnull: number; pk: number };
  type Index = { name: string; unique: number };
  const list = (unique: number) =>
    (indexes as Index[])
      .filter((index) => index.unique === unique)
      .map(({ name }) => `${name}: ${indexed.all(name)}`)
      .sort();
  const known = columns as Column[];
  return {
    columns: known.map(({ name, type, notnull }) => `${name} ${type}${notnull === 1 ? '' : ' or null'}`).sort(),
    key: known.filter(({ pk }) => pk > 0).map(({ name }) => name),
    unique: list(1),
    indexes: list(0),
  };
}

async function inPostgres(pool: Pool, table: string): Promise<Described> {
  const { rows: columns } = await pool.query(
    `SELECT column_name || ' ' || data_type || coalesce(' collate ' || collation_name, '')
       || CASE is_nullable WHEN 'YES' THEN ' or null' ELSE '' END AS text
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const { rows: indexes } = await pool.query(
    `SELECT of_index.relname AS name, indisunique AS unique, indisprimary AS primary,
       array_to_string(ARRAY(SELECT pg_get_indexdef(indexrelid, place, true) FROM generate_series(1, indnkeyatts) AS place), ',') AS columns
     FROM pg_index JOIN pg_class of_index ON of_index.oid = indexrelid WHERE indrelid = $1::regclass`,
    [table],
  );
  const list = (unique: boolean): string[] =>
    indexes
      .filter((index) => !index.primary && index.unique === unique)
      .map((index) => `${index.name}: ${index.columns}`)
      .sort();
  return {
    columns: columns.map(({ text }) => text).sort(),
    key: indexes.find((index) => index.primary)?.columns.split(','),
    unique: list(true),
    indexes: list(false),
  };
}

describe('the migrations make the tables that are planned', () => {
  let file: WorkspaceFile & Disposable;
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    file = aWorkspaceFile();
    database = await aDatabase();
    pool = openPool(database.url);
  });
  afterAll(async () => {
    await pool.end();
    await database[Symbol.asyncDispose]();
    file[Symbol.dispose]();
  });

  test.each([...Object.values(entityPlans), ...Object.values(logPlans)].map((plan) => [plan.table, plan] as const))(
    '%s in SQLite',
    (table, plan) => {
      expect(inSqlite(file.reader, table)).toEqual(described(plan, sqliteType, [...plan.indexes, ...plan.screenIndexes]));
    },
  );

  test.each(allPlans.map((plan) => [plan.table, plan] as const))('%s in PostgreSQL', async (table, plan) => {
    expect(await inPostgres(pool, table)).toEqual(described(plan, postgresType));
  });

  test('and no others', async () => {
    const own = file.reader
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '__drizzle_migrations' AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_search_*' AND name NOT GLOB 'searched_*' AND name NOT GLOB 'queue_*'",
      )
      .pluck()
      .all();
    expect(own.sort()).toEqual([...Object.values(entityPlans), ...Object.values(logPlans)].map(({ table }) => table).sort());
    const { rows } = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'");
    expect(rows.map(({ tablename }) => tablename).sort()).toEqual(allPlans.map(({ table }) => table).sort());
  });

  test('PostgreSQL needs no superuser and no extension', async () => {
    const { rows: roles } = await pool.query('SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user');
    expect(roles).toEqual([{ rolsuper: false, rolcreatedb: false }]);
    const { rows: extensions } = await pool.query("SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'");
    expect(extensions).toEqual([]);
  });
});
