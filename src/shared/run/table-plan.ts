import { type Column, type ColumnKind, type Entity, integer, json, moment, text } from './define-entity.ts';
import { type EntityName, entities } from './entities/index.ts';

/**
 * What SQLite's and PostgreSQL's tables have in common: their columns, keys and indexes, made from the entity specifications. Each
 * database makes its own tables from this plan, and a test holds both catalogues against it.
 */
export type TablePlan = {
  readonly table: string;
  /** In the order of the table. */
  readonly columns: readonly PlannedColumn[];
  /** The columns of the primary key, by their names in code, as in the indexes. */
  readonly key: readonly string[];
  readonly unique: readonly PlannedIndex[];
  readonly indexes: readonly PlannedIndex[];
  /** For what screens ask: only where there are screens. */
  readonly screenIndexes: readonly PlannedIndex[];
};
export type PlannedColumn = {
  /** Its name in code. */
  readonly name: string;
  /** Its name in SQL. */
  readonly column: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
};
export type PlannedIndex = { readonly name: string; readonly columns: readonly string[] };

/** 'supplierId' → 'supplier_id' */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every row says who may hold it, also where its entity does not keep that as a column of its own. */
const scopeColumn = 'scope';

/** The tables of the entities. */
export const entityPlans = Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, planOf(entity)])) as {
  readonly [Name in EntityName]: TablePlan;
};

/**
 * JSON stands last in a row: it overflows to pages of its own, and what a list shows is then read without them.
 */
function planOf(entity: Entity): TablePlan {
  const own = Object.entries(entity.columns);
  const derived = Object.entries(entity.derived).map(([name, { kind }]): [string, Column] => [name, { kind, optional: true }]);
  const scope = scopeColumn in entity.columns ? [] : [[scopeColumn, text] as const];
  const columns: (readonly [string, Column])[] = [
    ['id', text],
    ['rev', integer],
    ...scope,
    ...own.filter(([, { kind }]) => kind !== 'json'),
    ...derived,
    ...own.filter(([, { kind }]) => kind === 'json'),
  ];
  const unique = Object.entries(entity.unique).map(([name, names]) => indexOf(entity.table, name, names));
  // The index of a unique key serves a lookup by the same columns, or by the first of them.
  const served = ({ columns }: PlannedIndex): boolean =>
    unique.some((key) => key.columns.slice(0, columns.length).join() === columns.join());
  const indexesOf = (declared: Entity['lookups']): PlannedIndex[] =>
    Object.entries(declared)
      .filter(([, names]) => names.length > 0)
      .map(([name, names]) => indexOf(entity.table, name, names))
      .filter((index) => !served(index))
      .map(({ name, columns: names }) => ({ name, columns: [...names, 'id'] })); // in the order of the ids
  return {
    table: entity.table,
    columns: columns.map(planned),
    key: ['id'],
    unique,
    indexes: indexesOf({ ...entity.lookups, scope: [scopeColumn] }),
    screenIndexes: indexesOf(entity.indexes),
  };
}

function planned([name, { kind, optional }]: readonly [string, Column]): PlannedColumn {
  return { name, column: snake(name), kind, required: !optional };
}

function indexOf(table: string, name: string, columns: readonly string[]): PlannedIndex {
  return { name: `${table}_${snake(name)}`, columns };
}

/** A table that is no entity's. */
export function planTable(
  table: string,
  columns: { readonly [name: string]: Column },
  key: readonly string[],
  keys: Partial<Pick<TablePlan, 'unique' | 'indexes'>> = {},
): TablePlan {
  const { unique = [], indexes = [] } = keys;
  return { table, columns: Object.entries(columns).map(planned), key, unique, indexes, screenIndexes: [] };
}

/** The tables of the log. */
export const logPlans = {
  /** Where the log has come to. One row. */
  logHead: planTable('log_head', { log: text, epoch: integer, seq: integer }, ['log']),

  /** Every command that got an outcome. Appended, never changed. */
  command: planTable(
    'command',
    {
      id: text,
      name: text,
      version: integer,
      actor: text,
      device: text,
      dseq: integer.orNone,
      leaseToken: integer.orNone,
      issuedAtMs: moment,
      receivedAtMs: moment,
      outcomeKind: text,
      epoch: integer,
      seqFirst: integer,
      seqLast: integer,
      input: json,
      outcome: json,
    },
    ['id'],
    { unique: [{ name: 'command_device_and_dseq', columns: ['device', 'dseq'] }] },
  ),

  /** The log: one gapless list of what changed. Appended, never changed. */
  entry: planTable(
    'entry',
    {
      seq: integer,
      tx: integer,
      commandId: text,
      scope: text,
      op: text,
      entity: text,
      rowId: text,
      rev: integer,
      body: json.orNone,
    },
    ['seq'],
    { indexes: [{ name: 'entry_scope', columns: ['scope', 'seq'] }] },
  ),

  /** See digest.ts; `sum` in hex. */
  scopeDigest: planTable('scope_digest', { scope: text, rows: integer, sum: text }, ['scope']),
} as const;

/** The one row of log_head. */
export const logName = 'workspace';

/** The name of the unique key of these columns (in SQL): 'suppliers_organisation_number', and 'suppliers_id' for the primary key. */
export function uniqueKeyOf(table: string, columns: readonly string[]): string | undefined {
  const plan = planNamed(table);
  if (plan?.key.map(snake).join() === columns.join()) return primaryKeyOf(table);
  return plan?.unique.find((index) => index.columns.map(snake).join() === columns.join())?.name;
}

export function primaryKeyOf(table: string): string | undefined {
  const plan = planNamed(table);
  return plan === undefined ? undefined : [table, ...plan.key.map(snake)].join('_');
}

const planNamed = (name: string): TablePlan | undefined =>
  [...Object.values(entityPlans), ...Object.values(logPlans)].find(({ table }: TablePlan) => table === name);
