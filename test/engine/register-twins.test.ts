import { expect, test } from 'vitest';
import { openTwinSearch } from '../../src/main/engine/queries/register-twins.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { assert } from '../../src/shared/base/assert.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { TwinNotice, TwinSearchStatus } from '../../src/shared/contract/register-twins.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aRegister, type MadeSupplier } from '../make/registers.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

const idOf = (n: number) => asId<'supplier'>(`0190eeee-0000-7000-8000-${String(n).padStart(12, '0')}`);

const asSupplier = ({ n, name, vatNumber, street, postcode, city }: MadeSupplier): Supplier => ({
  id: idOf(n),
  rev: 1,
  name,
  ...(vatNumber !== null && { vatNumber }),
  street,
  postcode,
  city,
});

async function aRegisterOf(rows: number) {
  const file = aWorkspaceFile();
  const made = [...aRegister({ seed: 4, rows, twinShare: 0.1 })];
  await sqliteLogStore(file.writer).transaction(async (transaction) => {
    for (const one of made) {
      await transaction.put('supplier', asSupplier(one));
      for (const { kind, number } of one.paymentNumbers)
        await transaction.put('paymentNumber', {
          id: asId<'paymentNumber'>(uuid()),
          rev: 1,
          supplierId: idOf(one.n),
          kind,
          number,
        });
    }
  });
  const told: TwinSearchStatus[] = [];
  const search = openTwinSearch(
    () => file.reader,
    (status) => told.push(status),
  );
  return { made, file, search, told, [Symbol.dispose]: () => file[Symbol.dispose]() };
}

test('a whole register is looked through in the background, and what is found comes in pages, the surest first', async () => {
  using register = await aRegisterOf(3_000);
  const { search, made, told } = register;
  expect(search.page(0, 10)).toMatchObject({ status: { state: 'none' }, pairs: [], next: null });
  expect(search.start()).toMatchObject({ state: 'running', total: 3_000 });
  await search.settled();

  const pairs: { readonly score: number; readonly ids: string }[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page = search.page(from, 50);
    expect(page.pairs.length).toBeLessThanOrEqual(50);
    pairs.push(...page.pairs.map(({ score, rows: [one, other] }) => ({ score, ids: [one.id, other.id].sort().join(' ') })));
    from = page.next;
  }
  expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(new Set(pairs.map(({ ids }) => ids)).size).toBe(pairs.length);
  const planted = made.filter(({ twin }) => twin !== null);
  const isFound = ({ n, twin }: MadeSupplier) => pairs.some(({ ids }) => ids === [idOf(twin?.of ?? n), idOf(n)].sort().join(' '));
  expect(planted.filter(isFound).length / planted.length).toBeGreaterThan(0.95);
  expect(told.at(-1)).toMatchObject({ state: 'done', found: pairs.length });
});

test('it can be stopped, and begun anew while it is under way', async () => {
  using register = await aRegisterOf(2_000);
  const { search } = register;
  search.start();
  await new Promise((resolve) => setImmediate(resolve));
  expect(search.stop()).toMatchObject({ state: 'stopped' });
  await search.settled();
  expect(search.page(0, 10)).toMatchObject({ status: { state: 'stopped' }, pairs: [] });
  search.start();
  search.start();
  await search.settled();
  expect(search.page(0, 10)).toMatchObject({ status: { state: 'done' } });
  expect(search.page(0, 10).pairs).toHaveLength(10);
});

test('work under way is said to have failed when the file is gone', async () => {
  const register = await aRegisterOf(2_000);
  register.search.start();
  register[Symbol.dispose]();
  await register.search.settled();
  expect(register.told.at(-1)).toMatchObject({ state: 'failed' });
});

test('at the page: registers/find-twins, a pair dismissed with a reason does not come again', async () => {
  using folder = aFolder();
  await using desk = await anEngine(folder.path);
  const { page } = desk;
  await sitDown(page);
  const notices: TwinNotice[] = [];
  page.onNotice((notice) => {
    if (notice.kind === 'twins') notices.push(notice);
  });
  const address = {
    street: 'Storgatan 1',
    postcode: '111 22',
    city: 'Åmål',
    organisationNumber: null,
    vatNumber: null,
    paymentNumbers: [],
  };
  for (const name of ['Lindbergs Måleri AB', 'Lindbergs Måleri Aktiebolag', 'Öbergs Taxi'])
    expect(await page.execute('suppliers/register', { supplierId: asId(uuid()), name, ...address })).toMatchObject({ ok: true });

  const search = async () => {
    await page.task('registers/find-twins', { register: 'supplier' });
    return until(async () => {
      const found = await page.query('registers/twins', { from: 0, limit: 10 });
      return found.status.state === 'done' && found;
    });
  };
  const [pair] = (await search()).pairs;
  assert(pair !== undefined, 'a pair');
  expect(pair).toMatchObject({ score: 92, reasons: ['name', 'address'] });
  expect(pair.rows.map(({ name }) => name).sort()).toEqual(['Lindbergs Måleri AB', 'Lindbergs Måleri Aktiebolag']);
  expect(notices.map(({ status }) => status.state)).toContain('done');

  const dismiss = {
    register: 'supplier' as const,
    ids: [pair.rows[1].id, pair.rows[0].id] as [string, string],
    reason: 'Far och son, samma adress',
  };
  expect(await page.execute('registers/dismiss-twins', { dismissalId: asId(uuid()), ...dismiss })).toMatchObject({ ok: true });
  expect((await page.query('registers/twins', { from: 0, limit: 10 })).pairs).toEqual([]);
  expect((await search()).pairs).toEqual([]);
  expect(await page.execute('registers/dismiss-twins', { dismissalId: asId(uuid()), ...dismiss })).toMatchObject({
    error: { code: 'already-dismissed', reason: dismiss.reason },
  });
  const back = { register: dismiss.register, ids: dismiss.ids };
  expect(await page.execute('registers/propose-again', back)).toMatchObject({ ok: true });
  expect((await search()).pairs).toHaveLength(1);
  expect(await page.execute('registers/dismiss-twins', { dismissalId: asId(uuid()), ...dismiss })).toMatchObject({ ok: true });
  expect((await search()).pairs).toEqual([]);
  const nobody = { ...dismiss, ids: [pair.rows[0].id, uuid()] as [string, string] };
  expect(await page.execute('registers/dismiss-twins', { dismissalId: asId(uuid()), ...nobody })).toMatchObject({
    error: { code: 'not-found' },
  });
  expect((await page.query('registers/search', { register: 'supplier', text: 'lindberg', limit: 10 })).hits).toHaveLength(2);
});
