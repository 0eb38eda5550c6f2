import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { postgresLogStore, runTransaction } from '../../src/server/store/postgres-log-store.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { type LogStore, type LogTransaction, NotUnique, WrongRevision } from '../../src/shared/run/store.ts';
import { aDatabase } from '../make/postgres.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** What a command would do: some rows, of few ids and few unique numbers so that they collide, and perhaps a change of mind. */
type Attempt = { readonly rows: readonly Row[]; readonly takenBack: boolean };
type Row = { readonly id: number; readonly rev: number; readonly number: number };

const row: fc.Arbitrary<Row> = fc.record({ id: fc.nat(5), rev: fc.integer({ min: 1, max: 3 }), number: fc.nat(3) });
const attempt: fc.Arbitrary<Attempt> = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  takenBack: fc.boolean(),
});
const batches = fc.array(fc.array(attempt, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });

const idOf = (n: number) => asId<'supplier'>(`0190bbbb-0000-7000-8000-00000000000${n}`);
const asSupplier = ({ id, rev, number }: Row): Supplier => ({
  id: idOf(id),
  rev,
  name: `Bolag ${number}`,
  ...(number > 0 && { organisationNumber: String(number) }),
});

async function tryOut(transaction: LogTransaction, { rows, takenBack }: Attempt): Promise<string> {
  await transaction.savepoint();
  try {
    for (const each of rows) await transaction.put('supplier', asSupplier(each));
    if (takenBack) await transaction.rollbackToSavepoint();
    else await transaction.release();
    const found = await transaction.find('supplier', 'byOrganisationNumber', ['1']);
    return `${takenBack ? 'taken back' : 'put'}, then found ${found.map(({ id, rev }) => `${id}/${rev}`)}`;
  } catch (error) {
    if (!(error instanceof NotUnique) && !(error instanceof WrongRevision)) throw error;
    await transaction.rollbackToSavepoint();
    return error.message;
  }
}

async function run(store: LogStore, all: readonly (readonly Attempt[])[]): Promise<unknown> {
  const told: string[][] = [];
  for (const batch of all)
    told.push(
      await store.transaction(async (transaction) => {
        const answers: string[] = [];
        for (const each of batch) answers.push(await tryOut(transaction, each));
        return answers;
      }),
    );
  const rows = await store.transaction((transaction) =>
    Promise.all([0, 1, 2, 3, 4, 5].map((n) => transaction.get('supplier', idOf(n)))),
  );
  return { told, rows };
}

test('what is gathered, what is written row by row, and SQLite come to the same', async () => {
  await using database = await aDatabase();
  const pool = openPool(database.url);
  const gathered = postgresLogStore(pool);
  const careful: LogStore = { transaction: (work) => runTransaction(pool, work, true) };
  using file = aWorkspaceFile();
  const refusals = new Set<string>();
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      await pool.query('DELETE FROM suppliers');
      file.writer.exec('DELETE FROM suppliers');
      const first = await run(gathered, all);
      await pool.query('DELETE FROM suppliers');
      const second = await run(careful, all);
      expect(first).toEqual(second);
      expect(await run(sqliteLogStore(file.writer), all)).toEqual(second);
      for (const refusal of JSON.stringify(second).match(/not unique: \w+|not at revision/g) ?? []) refusals.add(refusal);
    }),
    { numRuns: 60 },
  );
  await pool.end();
  expect([...refusals].sort()).toEqual([
    'not at revision',
    'not unique: suppliers_id',
    'not unique: suppliers_organisation_number',
  ]);
});
