import type Database from 'better-sqlite3';
import type { PlannedColumn, TablePlan } from '../../../shared/run/table-plan.ts';

/** A row by its columns' names in code. */
export type Columns = { readonly [column: string]: unknown };

/** What is written to and read from one table of the plan. Values go in and come out as they are in code. */
export type Statements = {
  insert(columns: Columns): void;
  /** Inserts, or replaces what has the same key. */
  place(columns: Columns): void;
  /** Gives back how many rows met the condition; `revBefore` and the like are parameters of it. */
  update(columns: Columns): number;
  select(where: string, parameters: Columns): readonly Columns[];
};

/** Prepares the statements of one table. `updateWhere`: which row an update is for, in SQL, with `@name` for parameters. */
export function prepareTable(connection: Database.Database, plan: TablePlan, updateWhere: string): Statements {
  const { table, columns } = plan;
  const names = columns.map(({ column }) => column).join(', ');
  const values = columns.map(({ name }) => `@${name}`).join(', ');
  const others = columns.filter(({ name }) => !plan.key.includes(name));
  const key = columns.filter(({ name }) => plan.key.includes(name)).map(({ column }) => column);
  const set = others.map(({ name, column }) => `${column} = @${name}`).join(', ');
  const insert = connection.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`);
  const place = connection.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${values}) ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set}`,
  );
  const update = connection.prepare(`UPDATE ${table} SET ${set} WHERE ${updateWhere}`);
  const selects = new Map<string, Database.Statement>();

  return {
    insert: (row) => void insert.run(toSql(columns, row)),
    place: (row) => void place.run(toSql(columns, row)),
    update: (row) => update.run({ ...row, ...toSql(columns, row) }).changes,
    select: (where, parameters) => {
      const select = selects.get(where) ?? connection.prepare(`SELECT ${names} FROM ${table} ${where}`);
      selects.set(where, select);
      return select.all(parameters).map((row) => fromSql(columns, row as Columns));
    },
  };
}

/** SQLite knows neither truth nor JSON: they are kept as 0 or 1 and as text. */
function toSql(columns: readonly PlannedColumn[], row: Columns): Columns {
  const values: Record<string, unknown> = {};
  for (const { name, kind } of columns) {
    const value = row[name] ?? null;
    if (value === null) values[name] = null;
    else if (kind === 'json') values[name] = JSON.stringify(value);
    else values[name] = kind === 'flag' ? Number(value) : value;
  }
  return values;
}

function fromSql(columns: readonly PlannedColumn[], row: Columns): Columns {
  const values: Record<string, unknown> = {};
  for (const { name, column, kind } of columns) {
    const value = row[column] ?? null;
    if (value === null) values[name] = null;
    else if (kind === 'json') values[name] = JSON.parse(String(value));
    else values[name] = kind === 'flag' ? value === 1 : value;
  }
  return values;
}
