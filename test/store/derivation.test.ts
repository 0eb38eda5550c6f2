import type { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/server/open-database.ts';
import { deriveAnew } from '../../src/server/store/derive-anew.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { postgresLogStore } from '../../src/server/store/postgres-log-store.ts';
import { listed, named } from '../../src/server/store/sql.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { derivation } from '../../src/shared/run/derivation.ts';
import { type EntityName, entities } from '../../src/shared/run/entities/index.ts';
import { toColumns, toRow } from '../../src/shared/run/row-columns.ts';
import { entityPlans } from '../../src/shared/run/table-plan.ts';
import { aField, aScannedInvoice, aVerifiedInvoice, exempelbolaget, someFields } from '../make/invoices.ts';
import { aDatabase, type TestDatabase } from '../make/postgres.ts';
import { serverMigrations } from '../make/workspace.ts';

/**
 * What each number stands for: whoever adds a derived column, or computes one otherwise, raises `derivation` and writes it down here.
 * The columns of a table that is new are only written down: no older program wrote to it.
 */
const knownAs: { readonly [version: number]: { readonly [Name in EntityName]?: readonly string[] } } = {
  3: {
    supplier: ['sortName'],
    customer: ['owner', 'sortName'],
    customerExternalId: ['owner'],
    callNote: ['awaitsSinceMs'],
    article: ['owner', 'sortName'],
    supplierInvoice: [
      ...['currency', 'invoiceDay', 'liveKey', 'number', 'numberSkeleton', 'numberTail', 'ocrReference'],
      ...['pictureBand0', 'pictureBand1', 'pictureBand2', 'pictureBand3', 'queue', 'senderKey'],
      ...['sortDue', 'sortNumber', 'sortSupplier', 'sortTotal', 'soundness', 'supplierName', 'totalMinor'],
    ],
    controlFinding: ['liveKey', 'sortDue'],
    warningListEntry: ['nameKey'],
  },
};

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await aDatabase();
  pool = openPool(database.url);
});
afterEach(async () => {
  await pool.end();
  await database[Symbol.asyncDispose]();
});

const idOf = (n: number) => asId<'supplierInvoice'>(`0190cccc-0000-7000-8000-${String(n).padStart(12, '0')}`);

async function fill(invoices: number): Promise<void> {
  await postgresLogStore(pool).transaction(async (transaction) => {
    await transaction.lockHead();
    await transaction.put('supplier', exempelbolaget);
    for (let n = 0; n < invoices; n += 1) {
      const fields = someFields({ invoiceNumber: aField(`10045-${n}`), ocrReference: aField(`${n}34567897`) });
      await transaction.put('supplierInvoice', aScannedInvoice({ id: idOf(n), fileId: asId(idOf(n)), fields }));
    }
  });
}

/** As a program would have left them that knew none of these columns. */
async function forget(name: EntityName): Promise<void> {
  const plan = entityPlans[name];
  const set = plan.columns.filter((column) => column.name in entities[name].derived).map(({ column }) => `${column} = NULL`);
  await pool.query(`UPDATE ${plan.table} SET ${set.join(', ')}`);
  await pool.query('DELETE FROM derivation');
}

async function columnsOf(name: EntityName) {
  const plan = entityPlans[name];
  const { rows } = await pool.query<unknown[]>({
    text: `SELECT ${listed(plan)} FROM ${plan.table} ORDER BY id`,
    rowMode: 'array',
  });
  return rows.map((values) => named(plan, values));
}

test('the number of the derived columns is raised when they change', () => {
  const now = Object.fromEntries(
    (Object.keys(entities) as EntityName[])
      .map((name) => [name, Object.keys(entities[name].derived).sort()] as const)
      .filter(([, columns]) => columns.length > 0),
  );
  expect(now, `raise derivation above ${derivation}, and write down here what the new number stands for`).toEqual(
    knownAs[derivation],
  );
});

describe('rows from before a migration, on PostgreSQL', () => {
  test('get their derived columns in batches, once, and are found by them', async () => {
    await fill(1_203);
    await forget('supplierInvoice');
    await forget('supplier');
    expect(await deriveAnew(pool)).toBe(1_204);
    for (const name of ['supplierInvoice', 'supplier'] as const)
      for (const before of await columnsOf(name)) expect(before).toEqual(toColumns(name, toRow(name, before)));
    const found = await postgresLogStore(pool).transaction((transaction) =>
      transaction.find('supplierInvoice', 'byDocument', [idOf(7), 0]),
    );
    expect(found.map(({ id }) => id)).toEqual([idOf(7)]);
    expect(await deriveAnew(pool)).toBe(0);
    await pool.query('DELETE FROM derivation');
    expect(await deriveAnew(pool)).toBe(0); // nothing differs
  });

  test('by several processes that start together, and when one that was cut off begins again', async () => {
    await fill(600);
    await forget('supplierInvoice');
    await pool.query('UPDATE supplier_invoices SET number_skeleton = $1 WHERE id < $2', ['half', idOf(300)]);
    const pools = Array.from({ length: 3 }, () => openPool(database.url));
    const written = await Promise.all(pools.map(deriveAnew));
    await Promise.all(pools.map((each) => each.end()));
    expect(written.sort()).toEqual([0, 0, 600]);
    for (const before of await columnsOf('supplierInvoice'))
      expect(before).toEqual(toColumns('supplierInvoice', toRow('supplierInvoice', before)));
  });

  test('two that come to share a key: the first keeps it, the other stands beside it, and neither row is changed', async () => {
    await fill(0);
    const twin = (n: number) => aVerifiedInvoice({ id: idOf(n), fileId: asId(idOf(n)), supplierId: exempelbolaget.id, rev: 1 });
    await postgresLogStore(pool).transaction(async (transaction) => {
      await transaction.lockHead();
      await transaction.put('supplierInvoice', twin(1));
    });
    await forget('supplierInvoice');
    const plan = entityPlans.supplierInvoice;
    const own = plan.columns.filter(({ name }) => name !== 'id' && name !== 'fileId').map(({ column }) => column);
    const copy = `INSERT INTO ${plan.table} (id, file_id, ${own.join(', ')}) SELECT $1, $1, ${own.join(', ')} FROM ${plan.table}`;
    await pool.query(copy, [idOf(2)]);
    expect(await deriveAnew(pool)).toBe(2);
    const [first, second] = await columnsOf('supplierInvoice');
    expect(first?.liveKey).toBe(toColumns('supplierInvoice', twin(1)).liveKey);
    expect(second).toEqual({ ...toColumns('supplierInvoice', twin(2)), liveKey: null });
  });

  test('a server does it before it serves anyone', async () => {
    await fill(3);
    await forget('supplierInvoice');
    const server = await openDatabase({ url: database.url }, serverMigrations, 1);
    await server.close();
    expect((await columnsOf('supplierInvoice')).every(({ numberSkeleton }) => numberSkeleton !== null)).toBe(true);
    const { rows } = await pool.query('SELECT name, version FROM derivation');
    expect(rows).toEqual([{ name: 'rows', version: derivation }]);
  });
});
