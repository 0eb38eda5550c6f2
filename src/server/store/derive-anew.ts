import type { Pool } from 'pg';
import type { Entity } from '../../shared/run/define-entity.ts';
import { derivation } from '../../shared/run/derivation.ts';
import { type EntityName, entities } from '../../shared/run/entities/index.ts';
import { toColumns, toRow } from '../../shared/run/row-columns.ts';
import { NotUnique } from '../../shared/run/store.ts';
import { entityPlans, type PlannedColumn, snake, type TablePlan } from '../../shared/run/table-plan.ts';
import { type Connection, connect } from './connection.ts';
import { withConnection } from './pool.ts';
import { arraysOf, type Columns, listed, named, typeOf } from './sql.ts';

/** Any number, the same in every process, and not that of migrate.ts. */
const derivingLock = 7_205_513;
const rowsAtATime = 500;
const id: PlannedColumn = { name: 'id', column: 'id', kind: 'text', required: true };

/**
 * Computes the derived columns of every row anew where an older program wrote them, or none did; for what a rule looks up by them would
 * not be found. A batch at a time, each under the lock of the log's head, so that a process that still serves goes on between them;
 * one that was cut off begins again. Gives back how many rows were written.
 *
 * A key that two rows come to share is left with the first of them: the others stand beside it, as what was there before the rule.
 */
export async function deriveAnew(pool: Pool): Promise<number> {
  return withConnection(pool, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [derivingLock]);
    try {
      const { rows } = await client.query<{ version: number }>("SELECT version FROM derivation WHERE name = 'rows'");
      if (Number(rows[0]?.version ?? 0) >= derivation) return 0;
      const connection = connect(client, true);
      let written = 0;
      for (const name of Object.keys(entities) as EntityName[])
        if (Object.keys(entities[name].derived).length > 0) written += await deriveEntity(connection, name);
      await client.query(
        "INSERT INTO derivation (name, version) VALUES ('rows', $1) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
        [derivation],
      );
      return written;
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [derivingLock]).catch(() => {}); // a connection that broke holds none
    }
  });
}

async function deriveEntity(connection: Connection, name: EntityName): Promise<number> {
  const plan = entityPlans[name];
  let written = 0;
  for (let after = ''; ; ) {
    const batch = await inTransaction(connection, () => deriveBatch(connection, name, plan, after));
    written += batch.written;
    if (batch.last === null) return written;
    after = batch.last;
  }
}

async function deriveBatch(connection: Connection, name: EntityName, plan: TablePlan, after: string) {
  const derived = plan.columns.filter((column) => column.name in entities[name].derived);
  const text = `SELECT ${listed(plan)} FROM ${plan.table} WHERE id > $1 ORDER BY id LIMIT ${rowsAtATime}`;
  const found = (await connection.query({ name: `derive ${name}`, text }, [after])).map((values) => named(plan, values));
  const stale = found.flatMap((before): Columns[] => {
    const now = toColumns(name, toRow(name, before));
    if (now.scope !== before.scope) throw new Error(`${name}: rows have another scope than before, which takes a migration`);
    return derived.some((column) => now[column.name] !== before[column.name]) ? [now] : [];
  });
  if (stale.length > 0) await write(connection, name, derived, stale);
  return { written: stale.length, last: found.length < rowsAtATime ? null : String(found.at(-1)?.id) };
}

/** All at once, or where two come to share a key, one by one. */
async function write(connection: Connection, name: EntityName, derived: readonly PlannedColumn[], rows: readonly Columns[]) {
  try {
    await inSavepoint(connection, () => update(connection, name, derived, rows));
  } catch (error) {
    if (!(error instanceof NotUnique)) throw error;
    for (const row of rows) await writeOne(connection, name, derived, row);
  }
}

async function writeOne(
  connection: Connection,
  name: EntityName,
  derived: readonly PlannedColumn[],
  row: Columns,
): Promise<void> {
  try {
    await inSavepoint(connection, () => update(connection, name, derived, [row]));
  } catch (error) {
    const key = error instanceof NotUnique ? derivedKey(name, error.constraint) : undefined;
    if (key === undefined || row[key] === null) throw error;
    await writeOne(connection, name, derived, { ...row, [key]: null });
  }
}

/** The derived column of a unique key. */
function derivedKey(name: EntityName, constraint: string): string | undefined {
  const plan = entityPlans[name];
  const key = plan.unique.find((each) => each.name === constraint);
  return key?.columns.find((column) => column in (entities[name] as Entity).derived);
}

const update = (connection: Connection, name: EntityName, derived: readonly PlannedColumn[], rows: readonly Columns[]) => {
  const columns = [id, ...derived];
  const arrays = columns.map(({ kind }, place) => `$${place + 1}::${typeOf[kind]}[]`).join(', ');
  const set = derived.map(({ column }) => `${column} = new.${column}`).join(', ');
  const text = `UPDATE ${entityPlans[name].table} AS old SET ${set}
    FROM unnest(${arrays}) AS new (${columns.map(({ name: own }) => snake(own)).join(', ')}) WHERE old.id = new.id`;
  return connection.write({ name: `derived ${name}`, text }, arraysOf(columns, rows));
};

/** With every other writer kept out. */
async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    await connection.query({ name: 'lock head', text: 'SELECT epoch, seq FROM log_head FOR UPDATE' }, []);
    const answer = await work();
    await connection.commit();
    return answer;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {}); // a connection that broke has rolled back
    throw error;
  }
}

async function inSavepoint(connection: Connection, work: () => Promise<unknown>): Promise<void> {
  await connection.run('SAVEPOINT deriving');
  try {
    await work();
    await connection.run('RELEASE deriving');
  } catch (error) {
    await connection.run('ROLLBACK TO deriving');
    throw error;
  }
}
