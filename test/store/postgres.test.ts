import { readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blobRegister } from '../../src/server/store/blob-register.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { postgresLogStore } from '../../src/server/store/postgres-log-store.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { emptyDigest, withRow } from '../../src/shared/run/digest.ts';
import type { Entry } from '../../src/shared/run/store.ts';
import { anna, aScannedInvoice, bo, exempelbolaget } from '../make/invoices.ts';
import { aDatabase, type TestDatabase } from '../make/postgres.ts';
import { aFolder, serverMigrations } from '../make/workspace.ts';

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

const anEntry = (seq: number, scope: string): Entry => ({
  seq,
  tx: seq,
  commandId: asId('0190dddd-0000-7000-8000-000000000001'),
  scope,
  op: 'evict',
  entity: 'supplier',
  rowId: 'x',
  rev: 1,
  body: null,
});

describe('migrations', () => {
  test('are made once by processes that start together', async () => {
    await using empty = await aDatabase({ empty: true });
    const pools = Array.from({ length: 4 }, () => openPool(empty.url));
    await Promise.all(pools.map((each) => migrate(each, serverMigrations)));
    expect((await pools[0]?.query('SELECT count(*) AS n FROM log_head'))?.rows).toEqual([{ n: 1 }]);
    await Promise.all(pools.map((each) => each.end()));
  });

  test('a program that does not know all of a database’s migrations leaves it alone', async () => {
    await pool.query("INSERT INTO migration (place, hash) SELECT max(place) + 1, 'of a newer program' FROM migration");
    await expect(migrate(pool, serverMigrations)).rejects.toThrow(/not this program's/);
  });

  test('one that fails leaves nothing behind', async () => {
    using folder = aFolder();
    await cp(serverMigrations, folder.path, { recursive: true });
    const journal = join(folder.path, 'meta', '_journal.json');
    const known = JSON.parse(readFileSync(journal, 'utf8'));
    const broken = { ...known.entries[0], idx: known.entries.length, tag: '9999_broken' };
    writeFileSync(journal, JSON.stringify({ ...known, entries: [...known.entries, broken] }));
    writeFileSync(join(folder.path, '9999_broken.sql'), 'CREATE TABLE half (id text);\n--> statement-breakpoint\nSELECT 1/0;');
    await expect(migrate(pool, folder.path)).rejects.toThrow(/division by zero/);
    expect((await pool.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
    await migrate(pool, serverMigrations);
  });
});

test('the log, the commands and the history cannot be rewritten', async () => {
  for (const table of ['entry', 'command', 'events'])
    for (const statement of [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `UPDATE ${table} SET ${table === 'command' ? 'name' : 'scope'} = ''`,
    ])
      await expect(pool.query(statement), statement).rejects.toThrow(/append-only/);
});

describe('the log store', () => {
  test('knows devices, who signed in on them, and which blobs are missing', async () => {
    await pool.query("INSERT INTO device VALUES ('here', 'Här', 'a', 1, NULL, 7, NULL), ('gone', 'Borta', 'b', 1, 2, 0, NULL)");
    await pool.query("INSERT INTO sign_in VALUES ('here', $1, 1)", [anna]);
    await pool.query("INSERT INTO blob VALUES ('aa', 1, 1)");
    const store = postgresLogStore(pool);
    const known = await store.transaction(async (transaction) => {
      await transaction.lockHead();
      await transaction.moveDevice('here', 8);
      return {
        here: await transaction.device('here'),
        gone: await transaction.device('gone'),
        never: await transaction.device('never'),
        mayAct: await Promise.all([anna, bo, program].map((person) => transaction.mayActOn('here', person))),
        missing: await transaction.missingBlobs(['aa', 'bb']),
      };
    });
    expect(known).toEqual({
      here: { lastDseq: 8, revoked: false },
      gone: { lastDseq: 0, revoked: true },
      never: undefined,
      mayAct: [true, false, true],
      missing: ['bb'],
    });
    expect(await store.transaction((transaction) => transaction.device('here'))).toEqual({ lastDseq: 8, revoked: false });
    expect((await pool.query("SELECT last_seen_ms > 0 AS seen FROM device WHERE id = 'here'")).rows).toEqual([{ seen: true }]);
  });

  test('a blob may be read by who may hold a row that cites it, and no longer when the row has left', async () => {
    const store = postgresLogStore(pool);
    const register = blobRegister(pool);
    const invoice = aScannedInvoice({ rev: 1 });
    const [page] = invoice.pages;
    const sha256 = page?.imageSha256 ?? '';
    const mayRead = () =>
      Promise.all([[`unit:${invoice.unitId}`], ['unit:*'], ['unit:other'], []].map((scopes) => register.isCited(sha256, scopes)));
    await store.transaction((transaction) => transaction.put('supplierInvoice', invoice));
    expect(await mayRead()).toEqual([true, true, false, false]);
    await store.transaction((transaction) => transaction.put('supplierInvoice', { ...invoice, rev: 2, unitId: 'other' }));
    expect(await mayRead()).toEqual([false, true, true, false]);
    await store.transaction((transaction) => transaction.put('supplierInvoice', { ...invoice, rev: 3, pages: [] }));
    expect(await mayRead()).toEqual([false, false, false, false]);
  });

  test('reads the entries of a view and of a device, in order, as of one moment', async () => {
    const store = postgresLogStore(pool);
    const scopes = ['reg:suppliers', 'unit:a', 'unit:b', 'device:here', 'device:there', 'unit:a'];
    const write = (from: number) =>
      store.transaction(async (transaction) => {
        await transaction.lockHead();
        await transaction.append(scopes.map((scope, place) => anEntry(from + place, scope)));
        await transaction.keepDigest('unit:a', withRow(emptyDigest, 'x', from));
        await transaction.keepDigest('reg:suppliers', emptyDigest);
        await transaction.moveHead({ epoch: 1, seq: from + scopes.length - 1 });
      });
    await write(1);
    await store.read(async (moment) => {
      const read = async (view: readonly string[], after = 0, limit = 100) =>
        (await moment.entriesAfter(after, { scopes: view, device: 'here' }, limit)).map(({ seq }) => seq);
      const before = await read(['unit:*']);
      await write(7);
      expect(await moment.head()).toEqual({ epoch: 1, seq: 6 });
      expect(await read(['unit:*'])).toEqual(before);
      expect(before).toEqual([2, 3, 4, 6]);
      expect(await read(['reg:suppliers', 'unit:a'])).toEqual([1, 2, 4, 6]);
      expect(await read(['reg:suppliers', 'unit:a'], 1, 2)).toEqual([2, 4]);
      expect(await read([])).toEqual([4]);
      expect((await moment.digests(['unit:*'])).map(({ scope }) => scope)).toEqual(['unit:a']);
      expect((await moment.digests(['reg:suppliers'])).map(({ rows }) => rows)).toEqual([0]);
    });
    expect(await store.read((moment) => moment.head())).toEqual({ epoch: 1, seq: 12 });
  });

  test('says that the storage failed when the connection is lost, and goes on with another', async () => {
    const store = postgresLogStore(pool);
    const lost = store.transaction(async (transaction) => {
      await transaction.lockHead();
      await transaction.put('supplier', exempelbolaget);
      await pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()",
      );
    });
    await expect(lost).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await store.transaction((transaction) => transaction.get('supplier', exempelbolaget.id))).toBeUndefined();
  });

  test('a value that PostgreSQL cannot keep is that command’s fault alone', async () => {
    const store = postgresLogStore(pool);
    const told = await store.transaction(async (transaction) => {
      const answers: string[] = [];
      for (const name of ['Före', 'mitt \u0000 i', 'Efter']) {
        await transaction.savepoint();
        try {
          await transaction.put('supplier', {
            ...exempelbolaget,
            id: asId<'supplier'>(`id of ${answers.length}`),
            organisationNumber: name,
            name,
          });
          await transaction.release();
          answers.push('kept');
        } catch {
          await transaction.rollbackToSavepoint();
          answers.push('refused');
        }
      }
      return answers;
    });
    expect(told).toEqual(['kept', 'refused', 'kept']);
    expect((await pool.query('SELECT name FROM suppliers ORDER BY id')).rows).toEqual([{ name: 'Före' }, { name: 'Efter' }]);
  });
});
