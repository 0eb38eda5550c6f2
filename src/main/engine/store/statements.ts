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
  /**
   * The answers to many questions at once, in the order of their places and then of the ids. `asked`: each a place and what is asked.
   * `on`: which rows `t` answer the question `each`, whose parts are `each.value ->> 1` and so on.
   */
  selectMany(on: string, asked: readonly (readonly unknown[])[], limit: number): readonly Answer[];
};
export type Answer = { readonly place: number; readonly columns: Columns };

/** Prepares the statements of one table. `updateWhere`: which row an update is for, in SQL, with `@name` for parameters. */
export function prepareTable(connection: Database.Database, plan: TablePlan, updateWhere: string): Statements {
  const { table, columns } = plan;
  const names = columns.map(({ column }) => column).join(', ');
  const values = columns.map(({ name }) => `@${name}`).join(', ');
  const others = columns.filter(({ name }) => !plan.key.includes(name));
  const key = columns.filter(({ name }) => plan.key.includes(name)).map(({ column }) => column);
  const set = others.map(({ name, column }) => `${column} = @${name}`).join(', ');
  // A single row is either inserted or not; saying so spares SQLite, where triggers write too, a journal of every page that it touches.
  const insert = connection.prepare(`INSERT OR FAIL INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const place = connection.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${values}) ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set}`,
  );
  const update = connection.prepare(`UPDATE ${table} SET ${set} WHERE ${updateWhere}`);
  const selects = new Map<string, Database.Statement>();

  const prepared = (sql: string): Database.Statement => {
    const select = selects.get(sql) ?? connection.prepare(sql);
    selects.set(sql, select);
    return select;
  };
  const ofT = columns.map(({ column }) => `t.${column}`).join(', ');

  return {
    insert: (row) => void insert.run(columns.map((column) => sqlValue(column, row))),
    place: (row) => void place.run(toSql(columns, row)),
    update: (row) => update.run({ ...row, ...toSql(columns, row) }).changes,
    select: (where, parameters) =>
      prepared(`SELECT ${names} FROM ${table} ${where}`)
        .all(parameters)
        .map((row) => fromSql(columns, row as Columns)),
    selectMany: (on, asked, limit) => {
      if (asked.length === 0) return [];
      const sql = `SELECT each.value ->> 0 AS place, ${ofT} FROM json_each(@asked) AS each CROSS JOIN ${table} AS t ON ${on} ORDER BY place, t.id`;
      const rows = prepared(sql).all({ asked: JSON.stringify(asked), limit }) as (Columns & { readonly place: number })[];
      return rows.map((row) => ({ place: row.place, columns: fromSql(columns, row) }));
    },
  };
}

/** SQLite knows neither truth nor JSON: they are kept as 0 or 1 and as text. */
function toSql(columns: readonly PlannedColumn[], row: Columns): Columns {
  const values: Record<string, unknown> = {};
  for (const column of columns) values[column.name] = sqlValue(column, row);
  return values;
}

function sqlValue({ name, kind }: PlannedColumn, row: Columns): unknown {
  const value = row[name] ?? null;
  if (value === null) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'flag' ? Number(value) : value;
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
