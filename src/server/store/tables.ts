import {
  bigint,
  boolean,
  customType,
  date,
  index,
  json,
  type PgColumn,
  type PgTableWithColumns,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { entityPlans, logPlans, type PlannedColumn, type TablePlan } from '../../shared/run/table-plan.ts';
import { serverPlans } from './plans.ts';

/**
 * PostgreSQL's tables, made from the plan of all tables, for drizzle-kit: `npm run migration -- --config drizzle.server.config.ts`
 * compares this file with the migrations that exist and writes the next one. The store writes its own SQL from the same plan.
 */

/** Sorted and compared by its bytes, as in SQLite and in code, whatever the language of the database. */
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

function columnOf({ column, kind, required }: PlannedColumn) {
  const made = ofKind(column, kind);
  return required ? made.notNull() : made;
}

function ofKind(column: string, kind: PlannedColumn['kind']) {
  switch (kind) {
    case 'integer':
    case 'minor':
    case 'moment':
      return bigint(column, { mode: 'number' });
    case 'flag':
      return boolean(column);
    case 'day':
      return date(column, { mode: 'string' });
    case 'json':
      return json(column); // not jsonb, which would write it in other bytes
    default:
      return text(column);
  }
}

function tableOf(plan: TablePlan): PostgresTable {
  const columns = Object.fromEntries(plan.columns.map((column) => [column.name, columnOf(column)]));
  const columnsNamed = (table: { readonly [name: string]: PgColumn }, names: readonly string[]) =>
    names.flatMap((name) => table[name] ?? []) as [PgColumn, ...PgColumn[]];
  return pgTable(plan.table, columns, (table) => [
    primaryKey({ name: `${plan.table}_pkey`, columns: columnsNamed(table, plan.key) }),
    ...plan.unique.map(({ name, columns: names }) => uniqueIndex(name).on(...columnsNamed(table, names))),
    ...plan.indexes.map(({ name, columns: names }) => index(name).on(...columnsNamed(table, names))),
  ]) as unknown as PostgresTable;
}

/** A table whose columns are known by the plan, not by the compiler. */
type PostgresTable = PgTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'pg';
  // biome-ignore lint/suspicious/noExplicitAny: drizzle's own bound for columns that are not told apart
  columns: Record<string, PgColumn<any>>;
}>;

const tables = Object.fromEntries(
  Object.entries({ ...entityPlans, ...logPlans, ...serverPlans }).map(([name, plan]) => [name, tableOf(plan)]),
) as { readonly [name in keyof (typeof entityPlans & typeof logPlans & typeof serverPlans)]: PostgresTable };

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
export const { logHead, command, entry, scopeDigest } = tables;
export const { enrolmentCode, device, account, signIn, session, blob, blobCitation, derivation } = tables;
