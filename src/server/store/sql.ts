import type { ColumnKind } from '../../shared/run/define-entity.ts';
import type { PlannedColumn, TablePlan } from '../../shared/run/table-plan.ts';

/** A statement that a connection prepares once, under its name. */
export type Statement = { readonly name: string; readonly text: string };
/** A row by its columns' names in code. */
export type Columns = { readonly [column: string]: unknown };

/** The columns of a table as a query lists them, in the order of the plan. */
export const listed = ({ columns }: TablePlan): string => columns.map(({ column }) => column).join(', ');

/** Inserts many rows at once: one array for each column, from `arraysOf`. */
export const insertAll = (plan: TablePlan): Statement => ({
  name: `insert ${plan.table}`,
  text: `INSERT INTO ${plan.table} (${listed(plan)}) SELECT * FROM ${unnested(plan.columns)}`,
});

/** As `insertAll`, and replaces what has the same key. */
export function placeAll(plan: TablePlan): Statement {
  const key = plan.columns.filter(({ name }) => plan.key.includes(name)).map(({ column }) => column);
  const set = plan.columns.filter(({ name }) => !plan.key.includes(name)).map(({ column }) => `${column} = excluded.${column}`);
  const action = set.length === 0 ? 'NOTHING' : `UPDATE SET ${set.join(', ')}`;
  return { name: `place ${plan.table}`, text: `${insertAll(plan).text} ON CONFLICT (${key.join(', ')}) DO ${action}` };
}

/** Updates many rows of an entity at once, each at its `revBefore`: the arrays of its columns, and that one. */
export function updateAll(plan: TablePlan): Statement {
  const columns = [...plan.columns, revBefore];
  const set = plan.columns.filter(({ name }) => name !== 'id').map(({ column }) => `${column} = new.${column}`);
  const named = columns.map(({ column }) => column).join(', ');
  return {
    name: `update ${plan.table}`,
    text: `UPDATE ${plan.table} AS old SET ${set.join(', ')} FROM ${unnested(columns)} AS new (${named})
      WHERE old.id = new.id AND old.rev = new.rev_before`,
  };
}
export const revBefore: PlannedColumn = { name: 'revBefore', column: 'rev_before', kind: 'integer', required: true };

function unnested(columns: readonly PlannedColumn[]): string {
  return `unnest(${columns.map(({ kind }, place) => `$${place + 1}::${typeOf[kind]}[]`).join(', ')})`;
}

/** What a column is called in PostgreSQL. */
export const typeOf: Record<ColumnKind, string> = {
  text: 'text',
  reference: 'text',
  integer: 'bigint',
  minor: 'bigint',
  moment: 'bigint',
  flag: 'boolean',
  day: 'date',
  json: 'json',
};

/** For each column the array of its values, as PostgreSQL reads arrays. */
export const arraysOf = (columns: readonly PlannedColumn[], rows: readonly Columns[]): string[] =>
  columns.map(({ name, kind }) => `{${rows.map((row) => elementOf(kind, row[name])).join(',')}}`);

function elementOf(kind: ColumnKind, value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (kind === 'json') return quoted(JSON.stringify(value));
  return typeof value === 'string' ? quoted(value) : String(value);
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A row that was selected by `listed`, by the names in code. */
export function named({ columns }: TablePlan, values: readonly unknown[]): Columns {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place += 1) {
    const column = columns[place];
    if (column !== undefined) row[column.name] = values[place] ?? null;
  }
  return row;
}
