import {
  index,
  integer,
  primaryKey,
  type SQLiteColumn,
  type SQLiteTableWithColumns,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ColumnKind, Entity } from '../../../shared/run/define-entity.ts';
import { type EntityName, entities } from '../../../shared/run/entities/index.ts';

/**
 * SQLite's tables, made from the entity specifications, and the log beside them. `npm run migration` compares this file with the
 * migrations that exist and writes the next one.
 */

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnOf(name: string, kind: ColumnKind) {
  switch (kind) {
    case 'integer':
    case 'minor':
    case 'moment':
      return integer(snake(name));
    case 'flag':
      return integer(snake(name), { mode: 'boolean' });
    case 'json':
      return text(snake(name), { mode: 'json' });
    default:
      return text(snake(name));
  }
}

/**
 * JSON stands last in a row: it overflows to pages of its own, and what a list shows is then read without them.
 */
function tableOf(entity: Entity): EntityTable {
  const own = Object.entries(entity.columns).map(
    ([name, { kind, optional }]) => [name, kind, optional ? columnOf(name, kind) : columnOf(name, kind).notNull()] as const,
  );
  const derived = Object.entries(entity.derived).map(([name, { kind }]) => [name, columnOf(name, kind)] as const);
  const columns = {
    id: text('id').primaryKey(),
    rev: integer('rev').notNull(),
    ...Object.fromEntries(own.filter(([, kind]) => kind !== 'json').map(([name, , column]) => [name, column])),
    ...Object.fromEntries(derived),
    ...Object.fromEntries(own.filter(([, kind]) => kind === 'json').map(([name, , column]) => [name, column])),
  };
  const columnsNamed = (table: { readonly [name: string]: SQLiteColumn }, names: readonly string[]) =>
    names.flatMap((name) => table[name] ?? []) as [SQLiteColumn, ...SQLiteColumn[]];
  return sqliteTable(entity.table, columns, (table) => [
    ...Object.entries(entity.unique).map(([name, names]) =>
      uniqueIndex(`${entity.table}_${snake(name)}`).on(...columnsNamed(table, names)),
    ),
    ...Object.entries({ ...entity.lookups, ...entity.indexes })
      .filter(([, names]) => names.length > 0 && !isUnique(entity, names))
      .map(([name, names]) => index(`${entity.table}_${snake(name)}`).on(...columnsNamed(table, [...names, 'id']))),
  ]) as unknown as EntityTable;
}

/** The index of a unique key serves a lookup by the same columns. */
const isUnique = (entity: Entity, names: readonly string[]): boolean =>
  Object.values(entity.unique).some((unique) => unique.join() === names.join());

/** A table whose columns are known by the specification, not by the compiler. */
export type EntityTable = SQLiteTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'sqlite';
  // biome-ignore lint/suspicious/noExplicitAny: drizzle's own bound for columns that are not told apart
  columns: { id: SQLiteColumn<any>; rev: SQLiteColumn<any> } & Record<string, SQLiteColumn<any>>;
}>;

export const tables = Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, tableOf(entity)])) as {
  readonly [Name in EntityName]: EntityTable;
};

// drizzle-kit finds tables among a file's exports.
export const { person, grant, supplier, paymentNumber, sourceFile, supplierInvoice, event } = tables;

/** Where the log has come to. One row. */
export const logHead = sqliteTable('log_head', {
  log: text('log').primaryKey(),
  epoch: integer('epoch').notNull(),
  seq: integer('seq').notNull(),
});

/** Every command that got an outcome. Appended, never changed. */
export const command = sqliteTable('command', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  actor: text('actor').notNull(),
  device: text('device').notNull(),
  issuedAtMs: integer('issued_at_ms').notNull(),
  receivedAtMs: integer('received_at_ms').notNull(),
  outcomeKind: text('outcome_kind').notNull(),
  epoch: integer('epoch').notNull(),
  seqFirst: integer('seq_first').notNull(),
  seqLast: integer('seq_last').notNull(),
  input: text('input', { mode: 'json' }).notNull(),
  outcome: text('outcome', { mode: 'json' }).notNull(),
});

/** The log: one gapless list of what changed. Appended, never changed. */
export const entry = sqliteTable(
  'entry',
  {
    seq: integer('seq').notNull(),
    tx: integer('tx').notNull(),
    commandId: text('command_id').notNull(),
    scope: text('scope').notNull(),
    op: text('op').notNull(),
    entity: text('entity').notNull(),
    rowId: text('row_id').notNull(),
    rev: integer('rev').notNull(),
    body: text('body', { mode: 'json' }),
  },
  (table) => [primaryKey({ columns: [table.seq] })],
);
