import { createHash } from 'node:crypto';
import { entityPlans, type PlannedColumn, type TablePlan } from '../../../shared/run/table-plan.ts';

/**
 * The tables of a replica: those of the entities, and what it remembers of the server. A replica of another form than this is not
 * brought up to date but thrown away, and made anew from the server and the outbox.
 */
const own = `
  CREATE TABLE cursor (one INTEGER PRIMARY KEY CHECK (one = 1), epoch INTEGER NOT NULL, seq INTEGER NOT NULL, view TEXT NOT NULL);
  CREATE TABLE shadow (
    place INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, id TEXT NOT NULL, row TEXT, UNIQUE (entity, id)
  );
  CREATE TABLE scope_digest (scope TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum TEXT NOT NULL) WITHOUT ROWID;
`;

const types: { readonly [Kind in PlannedColumn['kind']]: 'INTEGER' | 'TEXT' } = {
  text: 'TEXT',
  reference: 'TEXT',
  day: 'TEXT',
  json: 'TEXT',
  integer: 'INTEGER',
  minor: 'INTEGER',
  moment: 'INTEGER',
  flag: 'INTEGER',
};

function createTable({ table, columns, key, unique, indexes, screenIndexes }: TablePlan): string {
  const columnOf = (name: string): string => columns.find((column) => column.name === name)?.column ?? name;
  const list = (names: readonly string[]): string => names.map(columnOf).join(', ');
  const lines = columns.map(({ column, kind, required }) => `${column} ${types[kind]}${required ? ' NOT NULL' : ''}`);
  return [
    `CREATE TABLE ${table} (${[...lines, `PRIMARY KEY (${list(key)})`].join(', ')});`,
    ...unique.map((index) => `CREATE UNIQUE INDEX ${index.name} ON ${table} (${list(index.columns)});`),
    ...indexes.map((index) => `CREATE INDEX ${index.name} ON ${table} (${list(index.columns)});`),
    // With the scope: what a page may see is told by the index alone, see shown-rows.ts.
    ...screenIndexes.map((index) => `CREATE INDEX ${index.name} ON ${table} (${list([...index.columns, 'scope'])});`),
  ].join('\n');
}

export const replicaSchema = [...Object.values(entityPlans).map(createTable), own].join('\n');

/** Names the form of the tables; above 0, so that an empty file is told apart. */
export const replicaVersion =
  1 + (Number.parseInt(createHash('sha256').update(replicaSchema).digest('hex').slice(0, 8), 16) >>> 2);
