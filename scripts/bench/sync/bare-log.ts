import { Client } from 'pg';
import type { Entity } from '../../../src/shared/run/define-entity.ts';
import { digestHex, emptyDigest, withRow } from '../../../src/shared/run/digest.ts';
import type { EntityName, RowOf } from '../../../src/shared/run/entities/index.ts';
import { toColumns } from '../../../src/shared/run/row-columns.ts';
import { entityPlans, logPlans, type TablePlan } from '../../../src/shared/run/table-plan.ts';

/** One row to write by hand: inserted, or put in the place of the one that is there. */
export type BareWrite = {
  readonly plan: TablePlan;
  readonly kind: 'insert' | 'update' | 'place';
  readonly values: readonly unknown[];
};
/** What one command wrote. */
export type BareCommand = { readonly device: string; readonly dseq: number; readonly writes: readonly BareWrite[] };

const commandsInTransaction = 64;

/** Reads from a log what each command after `seq` wrote, in the order of the log. */
export async function readWrites(url: string, seq: number): Promise<readonly BareCommand[]> {
  return withClient(url, async (client) => {
    const list = ({ columns }: TablePlan): string => columns.map(({ column }) => column).join(', ');
    const { command, entry } = logPlans;
    const read = async (text: string): Promise<unknown[][]> =>
      (await client.query({ text, values: [seq], rowMode: 'array' })).rows;
    const commands = await read(`SELECT ${list(command)} FROM command WHERE seq_first > $1 ORDER BY seq_first`);
    const entries = await read(`SELECT ${list(entry)} FROM entry WHERE seq > $1 ORDER BY seq`);
    const at = (plan: TablePlan, name: string): number => plan.columns.findIndex((column) => column.name === name);
    const entriesOf = Map.groupBy(entries, (values) => values[at(entry, 'commandId')]);
    return commands.map((values) => {
      const own = entriesOf.get(values[at(command, 'id')]) ?? [];
      const rows = own.flatMap((line) => rowOf(line[at(entry, 'op')], line[at(entry, 'entity')], line[at(entry, 'body')]));
      return {
        device: String(values[at(command, 'device')]),
        dseq: Number(values[at(command, 'dseq')]),
        writes: [
          ...rows,
          ...own.map((line): BareWrite => ({ plan: entry, kind: 'insert', values: asSql(entry, line) })),
          { plan: command, kind: 'insert', values: asSql(command, values) },
        ],
      };
    });
  });
}

function rowOf(op: unknown, entity: unknown, body: unknown): readonly BareWrite[] {
  if (op !== 'put') return [];
  const name = entity as EntityName; // what the log says
  const row = body as RowOf<EntityName>;
  const plan: TablePlan = entityPlans[name];
  const columns = toColumns(name, row);
  const values = asSql(
    plan,
    plan.columns.map((column) => columns[column.name]),
  );
  return [{ plan, kind: row.rev === 1 ? 'insert' : 'update', values }];
}

const asSql = (plan: TablePlan, values: readonly unknown[]): readonly unknown[] =>
  plan.columns.map(({ kind }, place) => {
    const value = values[place] ?? null;
    return kind === 'json' && value !== null ? JSON.stringify(value) : value;
  });

/** Writes the commands, 64 a transaction, each row by a prepared statement of its own. Gives milliseconds. */
export const writeRowByRow = (url: string, commands: readonly BareCommand[]): Promise<number> =>
  writeAll(url, commands, async (client, batch) => {
    for (const { plan, kind, values } of batch.flatMap(({ writes }) => writes))
      await client.query({ ...oneRow(plan, kind), values: [...values] });
  });

/** The same with one statement for all the rows of a table. */
export const writeManyRows = (url: string, commands: readonly BareCommand[]): Promise<number> =>
  writeAll(url, commands, async (client, batch) => {
    const all = Map.groupBy(
      batch.flatMap(({ writes }) => writes),
      ({ plan, kind }) => `${plan.table} ${kind}`,
    );
    for (const writes of all.values()) {
      const [first] = writes;
      if (first === undefined) continue;
      const latest = new Map(writes.map((write) => [write.values[0], write])); // a row is updated once, to what it is last
      const rows = first.kind === 'update' ? [...latest.values()] : writes;
      const columns = first.plan.columns.map((_, place) => rows.map(({ values }) => values[place]));
      await client.query({ ...manyRows(first.plan, first.kind), values: columns });
    }
  });

async function writeAll(
  url: string,
  commands: readonly BareCommand[],
  writeBatch: (client: Client, batch: readonly BareCommand[]) => Promise<void>,
): Promise<number> {
  return withClient(url, async (client) => {
    const startedAtMs = performance.now();
    for (let first = 0; first < commands.length; first += commandsInTransaction) {
      const batch = commands.slice(first, first + commandsInTransaction);
      await client.query('BEGIN');
      await writeBatch(client, batch);
      await writeState(client, batch);
      await client.query('COMMIT');
    }
    return performance.now() - startedAtMs;
  });
}

/** Where the log has come to, how far each device has, and the digests of the scopes: once a transaction. */
async function writeState(client: Client, batch: readonly BareCommand[]): Promise<void> {
  const scopes = new Set<unknown>();
  let seq: unknown = 0;
  for (const { plan, values } of batch.flatMap(({ writes }) => writes)) {
    if (plan !== logPlans.entry) continue;
    [seq] = values;
    scopes.add(values[plan.columns.findIndex(({ name }) => name === 'scope')]);
  }
  const { sum } = withRow(emptyDigest, 'any', 1);
  for (const scope of scopes)
    await client.query({ ...oneRow(logPlans.scopeDigest, 'place'), values: [scope, 1, digestHex({ rows: 1, sum })] });
  for (const [device, dseq] of new Map(batch.map((command) => [command.device, command.dseq])))
    await client.query({
      name: 'device',
      text: 'UPDATE device SET last_dseq = $2, last_seen_ms = 1 WHERE id = $1',
      values: [device, dseq],
    });
  await client.query({ name: 'head', text: 'UPDATE log_head SET seq = $1', values: [seq] });
}

const namesOf = ({ columns }: TablePlan): readonly string[] => columns.map(({ column }) => column);

function oneRow(plan: TablePlan, kind: BareWrite['kind']): { readonly name: string; readonly text: string } {
  const names = namesOf(plan);
  const name = `${plan.table} ${kind}`;
  if (kind === 'update')
    return {
      name,
      text: `UPDATE ${plan.table} SET ${names.slice(1).map((column, place) => `${column} = $${place + 2}`)} WHERE id = $1`,
    };
  const values = names.map((_, place) => `$${place + 1}`);
  const insert = `INSERT INTO ${plan.table} (${names}) VALUES (${values})`;
  if (kind === 'insert') return { name, text: insert };
  return {
    name,
    text: `${insert} ON CONFLICT (${names[0]}) DO UPDATE SET ${names.slice(1).map((column) => `${column} = excluded.${column}`)}`,
  };
}

const types = {
  text: 'text',
  reference: 'text',
  integer: 'bigint',
  minor: 'bigint',
  moment: 'bigint',
  flag: 'boolean',
  day: 'date',
  json: 'json',
} as const satisfies Record<Entity['columns'][string]['kind'], string>;

function manyRows(plan: TablePlan, kind: BareWrite['kind']): { readonly name: string; readonly text: string } {
  const names = namesOf(plan);
  const name = `${plan.table} ${kind} many`;
  const arrays = `unnest(${plan.columns.map((column, place) => `$${place + 1}::${types[column.kind]}[]`)})`;
  if (kind === 'insert') return { name, text: `INSERT INTO ${plan.table} (${names}) SELECT * FROM ${arrays}` };
  const set = names.slice(1).map((column) => `${column} = given.${column}`);
  return { name, text: `UPDATE ${plan.table} AS old SET ${set} FROM ${arrays} AS given (${names}) WHERE old.id = given.id` };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
