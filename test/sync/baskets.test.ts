import { expect, test } from 'vitest';
import type { SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { Engine } from '../../src/shared/contract/engine.ts';
import { anEngine, until } from '../make/engine.ts';
import { anna, bo } from '../make/invoices.ts';
import { aJointServer, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced, takeInInvoice } from '../make/workstation.ts';

/** Two stations on one server, each with a basket: what one holds, the other leaves alone, also when the server was out of reach. */

const rowsOf = async (page: Engine, filter = '') =>
  (await page.query('queue/list', { queue: 'all', filter, sort: 'received', descending: false, after: null, limit: 50 })).rows;
const ids = async (page: Engine, filter: string) => (await rowsOf(page, filter)).map(({ id }) => id).sort();
const lockOf = async (page: Engine, invoiceId: SupplierInvoiceId) =>
  (await rowsOf(page)).find(({ id }) => id === invoiceId)?.lock ?? null;
const park = (page: Engine, invoiceId: SupplierInvoiceId) =>
  page.execute('supplier-invoices/park', { invoiceId, reason: 'other', note: '', returnsOn: null });

test('a basket is one’s own, also without a network; another can take over with a reason', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using one = await aWorkstation(server, here.path, 'anna');
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  const invoiceIds = [await takeInInvoice(one.engine), await takeInInvoice(one.engine, { number: '10046' })];
  const [first, second] = invoiceIds as [SupplierInvoiceId, SupplierInvoiceId];
  const third = await takeInInvoice(other.engine, { number: '10047' });
  await until(async () => (await rowsOf(one.page)).length === 3 && (await rowsOf(other.page)).length === 3);

  expect(await one.page.execute('leases/take-basket', { invoiceIds, minutes: 480 })).toMatchObject({ ok: true });
  expect(await ids(one.page, 'låst:mig')).toEqual([...invoiceIds].sort());
  await until(async () => (await lockOf(other.page, second)) !== null);
  expect(await lockOf(other.page, first)).toMatchObject({ holder: anna, holderName: 'Anna Berg' });
  expect(await ids(other.page, 'låst:nej')).toEqual([third]);
  expect((await other.page.query('work/next', { limit: 9 })).map(({ id }) => id)).toEqual([third]);

  // The same invoice opened twice, and a basket of what is free and what is not.
  const refusal = { ok: false, error: { code: 'leased-by-other', holder: anna } };
  expect(await other.page.execute('leases/take', { invoiceId: first, minutes: 15 })).toMatchObject(refusal);
  expect(await other.page.execute('leases/take-basket', { invoiceIds, minutes: 15 })).toMatchObject({
    error: { code: 'nothing-free' },
  });
  expect(await other.page.execute('leases/take-basket', { invoiceIds: [first, third], minutes: 15 })).toMatchObject({ ok: true });
  expect(await ids(other.page, 'låst:mig')).toEqual([third]);

  // Without the server both go on; afterwards the basket's holder is right.
  await server.goDown();
  for (const seat of [one, other]) await seat.page.task('sync/retry', {});
  await until(
    async () => (await joinedStatus(one.page)).state === 'no-answer' && (await joinedStatus(other.page)).state === 'no-answer',
  );
  expect(await park(one.page, first)).toMatchObject({ ok: true });
  expect(await park(other.page, second)).toMatchObject({ ok: true });
  await server.comeUp();
  for (const seat of [one, other]) await seat.page.task('sync/retry', {});
  await synced(one.page);
  await until(async () => (await joinedStatus(other.page)).refused === 1, 60);
  const { refused } = await other.page.query('sync/outbox', { limit: 5 });
  expect(refused).toMatchObject([{ name: 'supplier-invoices/park', error: { code: 'leased-by-other', holder: anna } }]);
  expect((await other.page.query('work/next', { limit: 9 })).map(({ kind }) => kind)).toContain('conflict');
  await until(async () => (await other.page.query('supplier-invoices/card', { invoiceId: first }))?.invoice.state === 'parked');

  // Taken over: whoever had it is told who and why, and can do nothing more with it.
  const reason = 'Anna har gått hem för dagen';
  expect(await other.page.execute('leases/take-over', { invoiceId: second, minutes: 15, reason })).toMatchObject({ ok: true });
  await until(async () => (await one.page.query('leases/of-invoice', { invoiceId: second }))?.holder === bo);
  expect(await one.page.query('leases/of-invoice', { invoiceId: second })).toMatchObject({
    takenFrom: anna,
    reason,
    holderName: 'Bo Lind',
  });
  expect(await one.page.execute('leases/take', { invoiceId: second, minutes: 15 })).toMatchObject({
    error: { code: 'leased-by-other', holder: bo },
  });
  expect(await one.page.execute('leases/give-back-basket', { invoiceIds })).toMatchObject({ ok: true });
  await until(async () => (await lockOf(other.page, first)) === null);
  expect(await lockOf(other.page, second)).toMatchObject({ holder: bo });
});

test('the lease of a workstation that died runs out; another takes it, and what the dead one still had to say is refused', async () => {
  let laterMs = 0;
  const clock = () => Date.now() + laterMs;
  await using server = await aJointServer({ clock });
  using here = aFolder();
  using there = aFolder();
  const one = await aWorkstation(server, here.path, 'anna', 'Disk 1', clock);
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2', clock);
  const invoiceId = await takeInInvoice(other.engine);
  await until(async () => (await rowsOf(one.page)).length === 1);
  expect(await one.page.execute('leases/take', { invoiceId, minutes: 15 })).toMatchObject({ ok: true });
  await until(async () => (await lockOf(other.page, invoiceId)) !== null);
  const held = async () =>
    (await other.page.query('queue/view-counts', { filters: ['låst:ja', 'låst:nej'] })).map((one) => one?.count);
  expect(await held()).toEqual([1, 0]);

  // It decides something that nobody hears of, and then its power goes.
  await server.goDown();
  await one.page.task('sync/retry', {});
  await until(async () => (await joinedStatus(one.page)).state === 'no-answer');
  expect(await park(one.page, invoiceId)).toMatchObject({ ok: true });
  await one[Symbol.asyncDispose]();
  await server.comeUp();
  await other.page.task('sync/retry', {});
  await synced(other.page);
  expect(await other.page.execute('leases/take', { invoiceId, minutes: 15 })).toMatchObject({
    error: { code: 'leased-by-other' },
  });

  laterMs = 15 * 60_000 + 1_000;
  expect(await held()).toEqual([0, 1]);
  await until(async () => (await other.page.execute('leases/take', { invoiceId, minutes: 15 })).ok);
  expect(await ids(other.page, 'låst:mig')).toEqual([invoiceId]);

  await using again = await anEngine(here.path, { clock });
  await again.page.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await joinedStatus(again.page)).refused === 1, 60);
  const { refused } = await again.page.query('sync/outbox', { limit: 5 });
  expect(refused).toMatchObject([{ name: 'supplier-invoices/park', error: { code: 'stale-lease' } }]);
  expect((await again.page.query('supplier-invoices/card', { invoiceId }))?.invoice.state).toBe('scanned');
  expect(await lockOf(again.page, invoiceId)).toMatchObject({ holder: bo });
});

test('a view that one saves is there at one’s other station, and for others when it is shared', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using one = await aWorkstation(server, here.path, 'anna');
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  const view = { filter: 'belopp>1000', sort: 'due', descending: false, columns: [], system: null };
  const save = (n: number, name: string, shared: boolean) =>
    one.page.execute('views/save', { viewId: `0190abcd-0000-7000-8000-00000000000${n}` as never, name, shared, ...view });
  expect(await save(1, 'Bara min', false)).toMatchObject({ ok: true });
  expect(await save(2, 'Allas', true)).toMatchObject({ ok: true });
  const names = async (page: Engine) => (await page.query('views/list', {})).map(({ name }) => name);
  expect(await names(one.page)).toEqual(['Allas', 'Bara min']);
  await until(async () => (await names(other.page)).length > 0);
  expect(await names(other.page)).toEqual(['Allas']);
});
