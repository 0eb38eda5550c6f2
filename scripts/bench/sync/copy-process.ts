import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { replicaSchema } from '../../../src/main/engine/store/replica-schema.ts';
import { entityPlans, type TablePlan } from '../../../src/shared/run/table-plan.ts';
import { answerQuestions } from './processes.ts';

// The register copied by hand: a cursor of PostgreSQL on one side, a prepared insert of SQLite on the other.

const rowsAtATime = 500;

answerQuestions({
  copy: async ({ url, path }: { readonly url: string; readonly path: string }) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const database = new Database(path);
    try {
      const startedAtMs = performance.now();
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = OFF');
      database.exec(replicaSchema);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      let rows = 0;
      for (const plan of [entityPlans.supplier, entityPlans.paymentNumber]) rows += await copyTable(client, database, plan);
      await client.query('COMMIT');
      database.pragma('wal_checkpoint(TRUNCATE)');
      const file = openSync(path, 'r+');
      fsyncSync(file);
      closeSync(file);
      return { ms: performance.now() - startedAtMs, rows };
    } finally {
      database.close();
      await client.end();
    }
  },
});

async function copyTable(client: Client, database: Database.Database, { table, columns }: TablePlan): Promise<number> {
  const names = columns.map(({ column }) => column).join(', ');
  const insert = database.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const insertAll = database.transaction((rows: readonly unknown[][]) => {
    for (const row of rows) insert.run(...row);
  });
  await client.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${names} FROM ${table}`);
  let copied = 0;
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${rowsAtATime} FROM copied`, rowMode: 'array' });
    insertAll(rows);
    copied += rows.length;
    if (rows.length < rowsAtATime) break;
  }
  await client.query('CLOSE copied');
  return copied;
}
