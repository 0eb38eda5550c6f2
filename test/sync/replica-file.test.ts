import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openReplicaFiles, type ReplicaFiles } from '../../src/main/engine/store/replica-shelf.ts';
import { loadSnapshot } from '../../src/main/engine/sync/load-snapshot.ts';
import { LinkError, type ReplicaStorage } from '../../src/main/engine/sync/ports.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { SnapshotLine } from '../../src/shared/contract/wire.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { digestHex, emptyDigest, withRow } from '../../src/shared/run/digest.ts';
import { entityPlans } from '../../src/shared/run/table-plan.ts';
import { anna, aScannedInvoice, exempelbolaget } from '../make/invoices.ts';
import { aFolder } from '../make/workspace.ts';

const openIn = (folder: string, onDamage = (): void => {}): ReplicaFiles =>
  openReplicaFiles(folder, { open: Database }, onDamage);
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const supplierNumber = (n: number): Supplier => ({
  id: asId<'supplier'>(`0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`),
  rev: 1,
  name: `Bolag ${n} AB`,
  organisationNumber: String(5_500_000_000 + n),
  city: 'Exempelstad',
});

async function* snapshotOf(suppliers: number): AsyncGenerator<SnapshotLine> {
  let digest = emptyDigest;
  for (let n = 0; n < suppliers; n += 1) digest = withRow(digest, supplierNumber(n).id, 1);
  const digests = [{ scope: 'reg:suppliers', rows: digest.rows, sum: digestHex(digest) }];
  yield { kind: 'head', epoch: 1, seq: suppliers, view: 'v', scopes: ['reg:suppliers'], digests };
  for (let n = 0; n < suppliers; n += 1) yield { kind: 'row', entity: 'supplier', row: supplierNumber(n) };
  yield { kind: 'end', rows: suppliers };
}

async function filled(files: ReplicaFiles, suppliers: number): Promise<ReplicaStorage> {
  const fresh = await files.fresh();
  await loadSnapshot(fresh, snapshotOf(suppliers), breathe);
  await files.adopt(fresh);
  return files.current();
}
const countIn = (files: ReplicaFiles): number =>
  Number(files.file().pages.reader.prepare('SELECT count(*) FROM suppliers').pluck().get());

test('the tables are those of the plan', () => {
  using folder = aFolder();
  const files = openIn(folder.path);
  const tables = files.file().pages.reader.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").pluck().all();
  expect(tables).toEqual(expect.arrayContaining(Object.values(entityPlans).map(({ table }) => table)));
  for (const { table, columns } of Object.values(entityPlans)) {
    const found = files.file().pages.reader.prepare(`SELECT name FROM pragma_table_info('${table}', 'main')`).pluck().all();
    expect(found).toEqual(columns.map(({ column }) => column));
  }
  files.close();
});

test('a replica that was adopted is there after the next start, and the old one goes', async () => {
  using folder = aFolder();
  {
    const files = openIn(folder.path);
    files.show(['reg:suppliers']);
    await filled(files, 1_200);
    expect(countIn(files)).toBe(1_200);
    files.close();
  }
  const files = openIn(folder.path);
  expect(await files.current().transaction((transaction) => transaction.cursor())).toEqual({ epoch: 1, seq: 1_200, view: 'v' });
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  files.close();
});

test('one that was broken off never counts', async () => {
  using folder = aFolder();
  const files = openIn(folder.path);
  const whole = snapshotOf(900);
  async function* cut(): AsyncGenerator<SnapshotLine> {
    for (let line = 0; line < 700; line += 1) {
      const { value } = await whole.next();
      if (value !== undefined) yield value;
    }
  }
  await expect(loadSnapshot(await files.fresh(), cut(), breathe)).rejects.toThrow(LinkError);
  files.close();
  const again = openIn(folder.path);
  expect(await again.current().transaction((transaction) => transaction.cursor())).toBeNull();
  again.close();
});

test.each(['at the next start', 'while it is used'] as const)('a damaged one is made anew: %s', async (when) => {
  using folder = aFolder();
  let damages = 0;
  const onDamage = (): void => {
    damages += 1;
  };
  const files = openIn(folder.path, onDamage);
  await filled(files, 20_000);
  const { path } = files.file();
  await files.current().transaction((transaction) => transaction.get('supplier', supplierNumber(5).id));
  files.close();
  const spoil = (): void => {
    const file = openSync(path, 'r+');
    const size = statSync(path).size;
    for (let at = 8 * 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at);
    closeSync(file);
  };
  if (when === 'at the next start') spoil();
  const again = openIn(folder.path, onDamage);
  if (when === 'while it is used') {
    spoil();
    const reads = again.current().transaction(async (transaction) => {
      for (let n = 0; n < 20_000; n += 1) await transaction.get('supplier', supplierNumber(n).id);
    });
    await expect(reads).rejects.toThrow();
    expect(damages).toBe(1);
  }
  expect(await again.current().transaction((transaction) => transaction.cursor())).toBeNull();
  await filled(again, 10);
  again.show(['reg:suppliers']);
  expect(countIn(again)).toBe(10);
  again.close();
});

test('pages see the rows of their scopes only, by row, by lookup and by query', async () => {
  using folder = aFolder();
  const files = openIn(folder.path);
  await files.current().transaction(async (transaction) => {
    await transaction.place('supplier', exempelbolaget);
    await transaction.place('supplierInvoice', aScannedInvoice());
  });
  const { pages, store } = files.file();
  const { id } = aScannedInvoice();
  const asking = { person: anna, atMs: 0, today: '2026-11-22' as Day };
  const list = () =>
    pages.queries.list({ queue: 'all', filter: '', sort: 'received', descending: false, after: null, limit: 5 }, asking).rows
      .length;
  expect([list(), await pages.store.get('supplierInvoice', id)]).toEqual([0, undefined]);
  files.show(['reg:suppliers', 'unit:south']);
  expect([list(), await pages.store.get('supplierInvoice', id)]).toEqual([0, undefined]);
  expect(await pages.store.find('supplier', 'byOrganisationNumber', [exempelbolaget.organisationNumber ?? ''])).toHaveLength(1);
  files.show(['unit:main']);
  expect(list()).toBe(1);
  files.show(['unit:*']);
  expect([list(), (await pages.store.get('supplierInvoice', id))?.id]).toEqual([1, id]);
  files.show(null);
  expect(list()).toBe(0);
  expect(await store.get('supplierInvoice', id)).toMatchObject({ id });
  files.close();
});

test('a scope that may no longer be held goes with its rows', async () => {
  using folder = aFolder();
  const files = openIn(folder.path);
  await filled(files, 600);
  await files.current().transaction(async (transaction) => {
    expect(await transaction.scopes()).toEqual(['reg:suppliers']);
    await transaction.dropScope('reg:suppliers');
    expect(await transaction.scopes()).toEqual([]);
    expect(await transaction.get('supplier', supplierNumber(1).id)).toBeUndefined();
  });
  files.close();
});
