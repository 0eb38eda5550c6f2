import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { registerSearch } from '../../src/main/engine/queries/register-search.ts';
import { openReplicaFile } from '../../src/main/engine/store/replica-file.ts';
import { giveSearchFunctions, keepSearchIndex, makeSearchIndex } from '../../src/main/engine/store/search-index.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { PaymentNumber, Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { seeded } from '../make/documents/seeded.ts';
import { aRegister } from '../make/registers.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

const today = '2026-11-25' as Day;
const idOf = (n: number) => asId<'supplier'>(`0190eeee-0000-7000-8000-${String(n).padStart(12, '0')}`);
const someNumberId = (n: number) => asId<'paymentNumber'>(`0190eeee-0001-7000-8000-${String(n).padStart(12, '0')}`);

const rows: readonly (Omit<Supplier, 'id' | 'rev'> & { readonly bankgiro?: string; readonly iban?: string })[] = [
  {
    name: 'Åkessons Åkeri AB',
    organisationNumber: '5560360793',
    vatNumber: 'SE556036079301',
    city: 'Åmål',
    bankgiro: '50501055',
  },
  { name: 'Akessons Trädgård Aktiebolag', city: 'Lund' },
  { name: 'Café Öresund HB', city: 'Malmö', iban: 'SE4550000000058398257466' },
  { name: 'Bengtssons El & VVS', city: 'Örebro' },
  { name: 'Nilsson Bengt', organisationNumber: '4501019809', vatNumber: 'SE450101980901', city: 'Ystad' },
  { name: 'Bygg i Malmö AB', city: 'Malmö' },
];

async function aSearch() {
  const file = aWorkspaceFile();
  await sqliteLogStore(file.writer).transaction(async (transaction) => {
    for (const [n, { bankgiro, iban, ...supplier }] of rows.entries()) {
      await transaction.put('supplier', { id: idOf(n), rev: 1, ...supplier });
      if (bankgiro !== undefined)
        await transaction.put('paymentNumber', {
          id: someNumberId(n),
          rev: 1,
          supplierId: idOf(n),
          kind: 'bankgiro',
          number: bankgiro,
        });
      if (iban !== undefined)
        await transaction.put('paymentNumber', { id: someNumberId(n), rev: 1, supplierId: idOf(n), kind: 'iban', number: iban });
    }
  });
  const search = registerSearch(file.reader);
  return {
    names: (text: string, mayFindPersons = false) =>
      search({ register: 'supplier', text, limit: 20, scopes: [], mayFindPersons, today }).hits.map(({ name }) => name),
    search,
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

test.each([
  ['åk', ['Åkessons Åkeri AB']],
  ['Ak', ['Akessons Trädgård Aktiebolag']],
  ['cafe öre', ['Café Öresund HB']],
  ['Åkeri Åkessons', ['Åkessons Åkeri AB']],
  ['akessons trädgård ab', ['Akessons Trädgård Aktiebolag']],
  ['bygg', ['Bygg i Malmö AB']],
  ['malmö', ['Bygg i Malmö AB', 'Café Öresund HB']],
  ['Bengtson El', ['Bengtssons El & VVS']],
  ['bnegtssons', ['Bengtssons El & VVS']],
  ['vengtssons el', ['Bengtssons El & VVS']],
  ['Firma Bengtssons VVS', ['Bengtssons El & VVS']],
  ['556036-0793', ['Åkessons Åkeri AB']],
  ['5560360793', ['Åkessons Åkeri AB']],
  ['16556036-0793', ['Åkessons Åkeri AB']],
  ['556036', ['Åkessons Åkeri AB']],
  ['SE556036079301', ['Åkessons Åkeri AB']],
  ['5050-1055', ['Åkessons Åkeri AB']],
  ['SE45 5000 0000 0583 9825 7466', ['Café Öresund HB']],
  ['5560360794', []],
  ['zzzz', []],
  ['"*) OR (', []],
  [
    '',
    [
      'Akessons Trädgård Aktiebolag',
      'Bengtssons El & VVS',
      'Bygg i Malmö AB',
      'Café Öresund HB',
      'Nilsson Bengt',
      'Åkessons Åkeri AB',
    ],
  ],
])('%s finds %j', async (text, names) => {
  using register = await aSearch();
  expect(register.names(text)).toEqual(names);
});

describe("a person's identity number", () => {
  test.each(['450101-9809', '19450101-9809', '4501019809', 'SE450101980901'])(
    '%s finds for those who may, whole',
    async (text) => {
      using register = await aSearch();
      expect(register.names(text, true)).toEqual(['Nilsson Bengt']);
      expect(register.names(text, false)).toEqual([]);
      expect(register.names(text.slice(0, -2), true)).toEqual([]);
    },
  );

  test('is covered wherever it is shown', async () => {
    using register = await aSearch();
    for (const text of ['4501019809', 'SE450101980901', 'nilsson'])
      expect(
        JSON.stringify(register.search({ register: 'supplier', text, limit: 20, scopes: [], mayFindPersons: true, today })),
      ).not.toContain('9809');
  });
});

test('blocked and ended ones stand in a group of their own, and a merged one leads to the one that took its place', async () => {
  using file = aWorkspaceFile();
  const bygg = (n: number, name: string, rest: Partial<Supplier> = {}): Supplier => ({ id: idOf(n), rev: 1, name, ...rest });
  await sqliteLogStore(file.writer).transaction(async (transaction) => {
    await transaction.put('supplier', bygg(1, 'Bygg Ett'));
    await transaction.put('supplier', bygg(2, 'Bygg Två', { blockedFor: 'Bluff' }));
    await transaction.put('supplier', bygg(3, 'Bygg Tre', { endedOn: '2026-11-24' as Day }));
    await transaction.put('supplier', bygg(4, 'Bygg Fyra', { endedOn: today }));
    await transaction.put('supplier', bygg(5, 'Snickeri Fem', { mergedInto: idOf(1), organisationNumber: '5560360793' }));
  });
  const search = registerSearch(file.reader);
  const found = (text: string) => search({ register: 'supplier', text, limit: 20, scopes: [], mayFindPersons: false, today });
  expect(found('bygg').hits.map(({ name }) => name)).toEqual(['Bygg Ett', 'Bygg Fyra']);
  expect(found('bygg').resting.map(({ name, state }) => [name, state])).toEqual([
    ['Bygg Tre', 'ended'],
    ['Bygg Två', 'blocked'],
  ]);
  for (const text of ['snickeri', '556036-0793'])
    expect(found(text).hits).toMatchObject([
      { id: idOf(1), name: 'Bygg Ett', mergedFrom: { id: idOf(5), name: 'Snickeri Fem' } },
    ]);
  expect(found('bygg ett').hits).toMatchObject([{ mergedFrom: null }]);
});

/** All that the index says, by the rows' own ids. */
function told(connection: Database.Database): readonly unknown[] {
  connection.exec('CREATE VIRTUAL TABLE temp.told USING fts5vocab(main, supplier_search_words, instance)');
  const words = connection
    .prepare('SELECT id, term FROM temp.told t LEFT JOIN supplier_search_docs d ON d.doc = t.doc ORDER BY id, term')
    .raw()
    .all();
  connection.exec('DROP TABLE temp.told');
  return [words, connection.prepare('SELECT * FROM supplier_search_keys ORDER BY 1, 2, 3, 4').raw().all()];
}

const made = [...aRegister({ seed: 3, rows: 200 })];

test.each([1, 2, 3])('after any work on a replica the index is as if made anew (seed %i)', async (seed) => {
  using folder = aFolder();
  const path = join(folder.path, 'replica-1.db');
  const file = openReplicaFile(path, { open: Database }, false);
  const chance = seeded(seed);
  const revs = new Map<number, number>();
  for (let turn = 0; turn < 60; turn += 1)
    await file.storage.transaction(async (transaction) => {
      await transaction.savepoint();
      for (let step = 0; step < 5; step += 1) {
        const n = chance.whole(0, 40);
        const like = made[chance.whole(0, 199)];
        if (like === undefined) continue;
        const what = chance.next();
        if (what < 0.15) await transaction.drop('supplier', idOf(n));
        else if (what < 0.25) await transaction.drop('paymentNumber', someNumberId(n));
        else if (what < 0.26) await transaction.dropScope('reg:suppliers');
        else if (what < 0.6) {
          revs.set(n, (revs.get(n) ?? 0) + 1);
          await transaction.place('supplier', {
            id: idOf(n),
            rev: revs.get(n) ?? 1,
            name: like.name,
            city: like.city,
            ...(chance.next() < 0.5 && { vatNumber: `SE${made[n]?.organisationNumber}01` }),
          });
        } else {
          const [payment] = like.paymentNumbers;
          if (payment !== undefined)
            await transaction.place('paymentNumber', {
              id: someNumberId(n),
              rev: 1,
              supplierId: idOf(chance.whole(0, 40)),
              ...payment,
            } satisfies PaymentNumber);
        }
      }
      if (chance.next() < 0.2) await transaction.rollbackToSavepoint();
      else await transaction.release();
    });
  file.close();
  const again = new Database(path);
  const before = told(again);
  expect(before[0]).not.toEqual([]);
  giveSearchFunctions(again);
  makeSearchIndex(again);
  expect(told(again)).toEqual(before);
  again.close();
});

test('a table that was made anew without its triggers gets its index back when the file is opened', async () => {
  using file = aWorkspaceFile();
  file.writer.exec('DROP TRIGGER supplier_search_suppliers_put');
  await sqliteLogStore(file.writer).transaction((transaction) =>
    transaction.put('supplier', { id: idOf(1), rev: 1, name: 'Lindbergs Måleri AB' }),
  );
  const names = () =>
    registerSearch(file.writer)({
      register: 'supplier',
      text: 'måleri',
      limit: 5,
      scopes: [],
      mayFindPersons: false,
      today,
    }).hits.map(({ name }) => name);
  expect(names()).toEqual([]);
  keepSearchIndex(file.writer);
  expect(names()).toEqual(['Lindbergs Måleri AB']);
});
