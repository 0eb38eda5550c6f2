import type Database from 'better-sqlite3';
import { and, eq, getTableColumns, sql, type Table } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Entity } from '../../../shared/run/define-entity.ts';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import {
  type Head,
  type LogStore,
  type LogTransaction,
  NotUnique,
  type Outcome,
  type Store,
  StoreFailure,
} from '../../../shared/run/store.ts';
import { command, type EntityTable, entry, logHead, tables } from './tables.ts';

/** The log of this workspace. */
const log = 'workspace';
const findAtMost = 100;

/** The Store port over SQLite, with every statement prepared once. */
export function sqliteStore(connection: Database.Database): Store {
  const statements = prepareAll(connection);
  return {
    get: async (entity, id) => toRow(entity, statements[entity].get.get({ id })),
    find: async (entity, lookup, key, limit = findAtMost) => {
      if (key.includes(null)) return [];
      const rows = statements[entity]
        .find(lookup)
        .all({ limit, ...Object.fromEntries(key.map((value, place) => [`k${place}`, value])) });
      return (rows as unknown[]).flatMap((row) => toRow(entity, row) ?? []);
    },
  };
}

/** The log and its rows over SQLite's one writing connection. The sequencer is the only one that calls it. */
export function sqliteLogStore(connection: Database.Database): LogStore {
  const transaction = openTransaction(connection);
  return {
    transaction: async (work) => {
      begin(connection);
      try {
        const answer = await work(transaction);
        connection.exec('COMMIT');
        return answer;
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw asStoreError(error);
      }
    },
  };
}

function begin(connection: Database.Database): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw asStoreError(error);
  }
}

function openTransaction(connection: Database.Database): LogTransaction {
  const statements = prepareAll(connection);
  const db = drizzle(connection);
  const readHead = db.select().from(logHead).where(eq(logHead.log, log)).prepare();
  const readOutcome = db
    .select({ outcome: command.outcome })
    .from(command)
    .where(eq(command.id, sql.placeholder('id')))
    .prepare();
  const insertEntry = db.insert(entry).values(placeholders(entry)).prepare();
  const insertCommand = db.insert(command).values(placeholders(command)).prepare();
  const writeHead = db
    .insert(logHead)
    .values({ log, epoch: sql.placeholder('epoch'), seq: sql.placeholder('seq') })
    .onConflictDoUpdate({ target: logHead.log, set: { epoch: sql`excluded.epoch`, seq: sql`excluded.seq` } })
    .prepare();

  return {
    ...sqliteStore(connection),
    lockHead: async () => {
      const found = readHead.get();
      return found === undefined ? { epoch: 1, seq: 0 } : { epoch: found.epoch, seq: found.seq };
    },
    outcomeOf: async (id) => readOutcome.get({ id })?.outcome as Outcome | undefined,
    savepoint: async () => void connection.exec('SAVEPOINT command'),
    release: async () => void connection.exec('RELEASE command'),
    rollbackToSavepoint: async () => void connection.exec('ROLLBACK TO command; RELEASE command'),
    put: async (entity, row) => guarded(() => statements[entity].put(row)),
    append: async (entries) =>
      guarded(() => {
        for (const line of entries) insertEntry.run(line);
      }),
    keepCommand: async ({ outcome, ...kept }) =>
      guarded(() => void insertCommand.run({ ...kept, outcome, outcomeKind: outcome.kind })),
    moveHead: async (head: Head) => guarded(() => void writeHead.run(head)),
  };
}

function prepareAll(connection: Database.Database) {
  const names = Object.keys(entities) as EntityName[];
  return Object.fromEntries(names.map((name) => [name, prepare(connection, entities[name], tables[name])])) as {
    readonly [Name in EntityName]: ReturnType<typeof prepare>;
  };
}

function prepare(connection: Database.Database, entity: Entity, table: EntityTable) {
  const db = drizzle(connection);
  const get = db
    .select()
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare();
  const finds = Object.fromEntries(
    Object.entries(entity.lookups).map(([lookup, names]) => {
      const key = names.flatMap((name, place) =>
        table[name] === undefined ? [] : eq(table[name], sql.placeholder(`k${place}`)),
      );
      return [
        lookup,
        db
          .select()
          .from(table)
          .where(and(...key))
          .orderBy(table.id)
          .limit(sql.placeholder('limit'))
          .prepare(),
      ];
    }),
  );
  const insert = db.insert(table).values(placeholders(table)).prepare();
  const columns = Object.keys(placeholders(table)).filter((name) => name !== 'id');
  const update = db
    .update(table)
    .set(Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])))
    .where(and(eq(table.id, sql.placeholder('id')), eq(table.rev, sql.placeholder('revBefore'))))
    .prepare();

  return {
    get,
    find: (lookup: string) => {
      const found = finds[lookup];
      if (found === undefined) throw new Error(`${entity.name} has no lookup ${lookup}`);
      return found;
    },
    put: (row: RowOf<EntityName>): void => {
      const values = toColumns(entity, row);
      if (row.rev === 1) return void insert.run(values);
      const { changes } = update.run({ ...values, revBefore: row.rev - 1 });
      if (changes !== 1) throw new Error(`${entity.name} ${row.id} is not at revision ${row.rev - 1}`);
    },
  };
}

/** A placeholder for each column, by the column's name in code. */
function placeholders<T extends Table>(table: T) {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.keys(columns).map((name) => [name, sql.placeholder(name)])) as {
    readonly [Name in keyof typeof columns]: ReturnType<typeof sql.placeholder>;
  };
}

/** Every column of the row: what the row does not know is null, and derived columns are computed. */
function toColumns(entity: Entity, row: RowOf<EntityName>): Record<string, unknown> {
  const own = Object.keys(entity.columns).map((name) => [name, (row as unknown as Record<string, unknown>)[name] ?? null]);
  const derived = Object.entries(entity.derived).map(([name, { of }]) => [name, of(row)]);
  return { id: row.id, rev: row.rev, ...Object.fromEntries(own), ...Object.fromEntries(derived) };
}

/** The row as the domain knows it: no derived columns, and no keys for what is not known. */
function toRow<Name extends EntityName>(name: Name, columns: unknown): RowOf<Name> | undefined {
  if (columns === undefined || columns === null) return undefined;
  const own: Entity['columns'] = entities[name].columns;
  const known = Object.entries(columns).filter(
    ([column, value]) => value !== null && (column === 'id' || column === 'rev' || column in own),
  );
  return Object.fromEntries(known) as unknown as RowOf<Name>;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error);
  }
}

/** What the rules and the screen can tell apart: a key that is taken, a full disk, a broken one. */
function asStoreError(error: unknown): unknown {
  const cause = error instanceof Error && 'cause' in error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return new NotUnique(cause instanceof Error ? cause.message : code);
  if (code === 'SQLITE_FULL') return new StoreFailure('disk-full', error);
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CORRUPT' || code === 'SQLITE_READONLY')
    return new StoreFailure('storage-failed', error);
  return error;
}
