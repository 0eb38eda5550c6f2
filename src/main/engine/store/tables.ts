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
import type { EntityName } from '../../../shared/run/entities/index.ts';
import { entityPlans, logPlans, type PlannedColumn, type TablePlan } from '../../../shared/run/table-plan.ts';

/**
 * SQLite's tables, made from the plan of all tables. `npm run migration` compares this file with the migrations that exist and
 * writes the next one.
 */

function columnOf({ column, kind, required }: PlannedColumn) {
  const made = ofKind(column, kind);
  return required ? made.notNull() : made;
}

function ofKind(column: string, kind: PlannedColumn['kind']) {
  switch (kind) {
    case 'integer':
    case 'minor':
    case 'moment':
      return integer(column);
    case 'flag':
      return integer(column, { mode: 'boolean' });
    case 'json':
      return text(column, { mode: 'json' });
    default:
      return text(column);
  }
}

function tableOf(plan: TablePlan): SqliteTable {
  const columns = Object.fromEntries(plan.columns.map((column) => [column.name, columnOf(column)]));
  const columnsNamed = (table: { readonly [name: string]: SQLiteColumn }, names: readonly string[]) =>
    names.flatMap((name) => table[name] ?? []) as [SQLiteColumn, ...SQLiteColumn[]];
  return sqliteTable(plan.table, columns, (table) => [
    primaryKey({ columns: columnsNamed(table, plan.key) }),
    ...plan.unique.map(({ name, columns: names }) => uniqueIndex(name).on(...columnsNamed(table, names))),
    ...[...plan.indexes, ...plan.screenIndexes].map(({ name, columns: names }) => index(name).on(...columnsNamed(table, names))),
  ]) as unknown as SqliteTable;
}

/** A table whose columns are known by the plan, not by the compiler. */
export type SqliteTable = SQLiteTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'sqlite';
  // biome-ignore lint/suspicious/noExplicitAny: drizzle's own bound for columns that are not told apart
  columns: Record<string, SQLiteColumn<any>>;
}>;

export const tables = Object.fromEntries(Object.entries(entityPlans).map(([name, plan]) => [name, tableOf(plan)])) as {
  readonly [Name in EntityName]: SqliteTable;
};

// drizzle-kit finds tables among a file's exports.
export const {
  person,
  grant,
  roleChange,
  supplier,
  paymentNumber,
  supplierExternalId,
  registerChange,
  customer,
  customerExternalId,
  article,
  articlePrice,
  sourceFile,
  supplierInvoice,
  learnedRule,
  dismissedTwins,
  controlVerdict,
  controlFinding,
  warningListEntry,
  calendar,
  callNote,
  callReason,
  savedView,
  lease,
  event,
} = tables;
export const logHead = tableOf(logPlans.logHead);
export const command = tableOf(logPlans.command);
export const entry = tableOf(logPlans.entry);
export const scopeDigest = tableOf(logPlans.scopeDigest);
