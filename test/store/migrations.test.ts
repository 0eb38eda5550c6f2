import { getTableName, type Table } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as declared from '../../src/main/engine/store/tables.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

const { tables, command, entry, logHead, scopeDigest } = declared;
const all = [...Object.values(tables), command, entry, logHead, scopeDigest];

test.each(all.map((table) => [getTableName(table as Table), table] as const))(
  'the migrations make %s as it is specified',
  (name, table) => {
    using file = aWorkspaceFile();
    const config = getTableConfig(table as never);
    const columns = file.reader.prepare('SELECT name, "notnull" AS required, pk FROM pragma_table_info(?)').all(name) as {
      name: string;
      required: number;
      pk: number;
    }[];
    // A column that came later stands last in an older table: the order says nothing.
    expect(columns.map((column) => [column.name, column.required === 1]).sort()).toEqual(
      config.columns.map((column) => [column.name, column.notNull]).sort(),
    );

    const indexes = file.reader
      .prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name")
      .pluck()
      .all(name);
    expect(indexes).toEqual(config.indexes.map((index) => index.config.name).sort());
  },
);

test('there is no table that nobody specified', () => {
  using file = aWorkspaceFile();
  const made = file.reader
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_search_*' AND name NOT GLOB 'searched_*' AND name NOT GLOB 'queue_*' ORDER BY name", // search-index.ts and searched-changes.ts make their own
    )
    .pluck()
    .all();
  expect(made).toEqual(all.map((table) => getTableName(table as Table)).sort());
});

test('every lookup and every sort of the queue is served by an index', () => {
  using file = aWorkspaceFile();
  const plan = (sql: string) =>
    (file.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ');
  for (const column of ['received_at_ms', 'sort_due', 'sort_total', 'sort_supplier', 'sort_number'])
    for (const [where, order] of [
      ["WHERE queue = 'parked'", 'ASC'],
      ["WHERE queue = 'parked' AND (KEY, id) < ('x', 'y')", 'DESC'],
      ['', 'DESC'],
      ["WHERE (KEY, id) > ('x', 'y')", 'ASC'],
    ] as const)
      expect(
        plan(
          `SELECT id FROM supplier_invoices ${where.replace('KEY', column)} ORDER BY ${column} ${order}, id ${order} LIMIT 10`,
        ),
      ).not.toMatch(/TEMP B-TREE|SCAN supplier_invoices$/);
});
