import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import type { SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import { type Engine, EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { vouchedValues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { anEngine, until } from '../make/engine.ts';
import { aJointServer, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced, takeInInvoice } from '../make/workstation.ts';

const fails = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof EngineError ? error.code : `no EngineError: ${String(error)}`;
};

const cardOf = async (page: Engine, invoiceId: SupplierInvoiceId) => {
  const card = await page.query('supplier-invoices/card', { invoiceId });
  assert(card !== null, 'there is a card');
  return card;
};
const park = (page: Engine, invoiceId: SupplierInvoiceId, commandId = uuid()) =>
  page.execute('supplier-invoices/park', { invoiceId, reason: 'other', note: 'väntar', returnsOn: null }, commandId);

test('what is done at one workstation is seen at the other, with its history', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using one = await aWorkstation(server, here.path, 'anna');
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  const invoiceId = await takeInInvoice(one.engine);
  await until(async () => (await other.page.query('supplier-invoices/card', { invoiceId })) !== null);
  expect(await park(other.page, invoiceId)).toMatchObject({ ok: true });
  await until(async () => (await cardOf(one.page, invoiceId)).invoice.state === 'parked');
  const [newest] = await one.page.query('supplier-invoices/history', { invoiceId, limit: 5 });
  expect(newest).toMatchObject({ actorName: 'Bo Lind', event: { type: 'invoice-parked' } });
  await synced(one.page);
  const { invoice } = await cardOf(other.page, invoiceId);
  const sha256 = invoice.pages[0]?.imageSha256 ?? '';
  expect(await other.page.task('blobs/fetch', { sha256 })).toEqual({ there: true });
  expect(new TextDecoder().decode(await other.engine.parts.blobs.read(sha256))).toMatch(/^picture of/);
});

test('without the server work goes on, also after a restart, and is sent when the server is back', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  const commandId = uuid();
  let invoiceId: SupplierInvoiceId;
  {
    await using seat = await aWorkstation(server, folder.path, 'anna');
    await synced(seat.page);
    await server.goDown();
    invoiceId = await takeInInvoice(seat.engine);
    expect(await park(seat.page, invoiceId, commandId)).toEqual({ ok: true, value: { commandId } });
    await until(async () => (await joinedStatus(seat.page)).state === 'no-answer');
    expect(await joinedStatus(seat.page)).toMatchObject({ waiting: 3, blobsWaiting: 3, refused: 0 });
  }
  await using seat = await anEngine(folder.path);
  expect(await fails(seat.page.query('queue/counts', {}))).toBe('no-person');
  expect(await fails(seat.page.task('session/sign-in', { login: 'bo', password }))).toBe('offline');
  expect(await fails(seat.page.task('session/sign-in', { login: 'anna', password: 'fel' }))).toBe('wrong-password');
  const session = await seat.page.task('session/sign-in', { login: 'Anna', password });
  expect(session).toMatchObject({ signIn: 'password', person: { name: 'Anna Berg' } });
  expect((await cardOf(seat.page, invoiceId)).invoice.state).toBe('parked');
  expect(await park(seat.page, invoiceId, commandId)).toEqual({ ok: true, value: { commandId } }); // sent again: the same answer
  const { waiting } = await seat.page.query('sync/outbox', { limit: 10 });
  expect(waiting.map(({ name, waitsForBlobs }) => [name, waitsForBlobs])).toEqual([
    ['intake/receive-file', true],
    ['supplier-invoices/register', true],
    ['supplier-invoices/park', true],
  ]);
  expect(waiting[2]).toMatchObject({ actorName: 'Anna Berg', about: { number: '10045', supplierName: 'Exempelbolaget AB' } });

  await server.comeUp();
  await seat.page.task('sync/retry', {});
  await synced(seat.page);
  expect(await joinedStatus(seat.page)).toMatchObject({ waiting: 0, blobsWaiting: 0, refused: 0, doubtful: 0 });
  expect(await park(seat.page, invoiceId, commandId)).toEqual({ ok: true, value: { commandId } });
  using elsewhere = aFolder();
  await using other = await aWorkstation(server, elsewhere.path, 'bo', 'Disk 2');
  expect((await cardOf(other.page, invoiceId)).invoice.state).toBe('parked');
});

test('both verify the same invoice without the server: one stands, the other sees why and keeps the work', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using one = await aWorkstation(server, here.path, 'anna');
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  await synced(one.page);
  await synced(other.page);
  await server.goDown();
  const [mine, theirs] = [await takeInInvoice(one.engine), await takeInInvoice(other.engine)];
  for (const [page, invoiceId] of [
    [one.page, mine],
    [other.page, theirs],
  ] as const) {
    const { invoice, findings } = await cardOf(page, invoiceId);
    const acknowledged = findings.map(({ code }) => code);
    const verified = await page.execute('supplier-invoices/verify', {
      invoiceId,
      acknowledged,
      values: vouchedValues(invoice),
      despiteDuplicate: null,
    });
    expect(verified).toMatchObject({ ok: true });
  }
  const notices: Notice[] = [];
  other.page.onNotice((notice) => notices.push(notice));

  await server.comeUp();
  await one.page.task('sync/retry', {});
  await synced(one.page);
  await other.page.task('sync/retry', {});
  await until(async () => (await joinedStatus(other.page)).refused === 1);
  await synced(other.page);
  const { refused } = await other.page.query('sync/outbox', { limit: 10 });
  expect(refused).toMatchObject([
    { name: 'supplier-invoices/verify', actorName: 'Bo Lind', error: { code: 'duplicate-invoice' }, about: { number: '10045' } },
  ]);
  expect(notices.flatMap((notice) => (notice.kind === 'problem' ? [notice.problem.code] : []))).toContain('refused');
  const commandId = refused[0]?.commandId ?? '';
  const conflict = await other.page.query('sync/conflict', { commandId });
  expect(conflict).toMatchObject({
    mine: { id: theirs, state: 'verified', verifiedBy: expect.any(String) },
    theirs: { id: mine },
  });
  expect(conflict?.theirHistory[0]).toMatchObject({ actorName: 'Anna Berg' });
  const states = await Promise.all([mine, theirs].map(async (id) => (await cardOf(other.page, id)).invoice.state));
  expect(states).toEqual(['verified', 'scanned']);

  expect(await other.page.task('sync/deal-with', { commandIds: refused[0]?.commandIds.map(String) ?? [] })).toMatchObject({
    refused: 0,
  });
  expect(await other.page.query('sync/conflict', { commandId })).toBeNull();
});

test('what only the server decides is refused without it, and waited for with it', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  await using seat = await aWorkstation(server, here.path, 'bo');
  const invoiceId = await takeInInvoice(seat.engine);
  await synced(seat.page);
  expect(await seat.page.execute('leases/take', { invoiceId, minutes: 15 })).toMatchObject({ ok: true });
  expect(await seat.page.execute('supplier-invoices/approve', { invoiceId })).toMatchObject({ ok: false });
  expect(await joinedStatus(seat.page)).toMatchObject({ refused: 0 });
  await server.goDown();
  expect(await fails(seat.page.execute('leases/give-back', { invoiceId }))).toBe('offline');
  expect(await joinedStatus(seat.page)).toMatchObject({ waiting: 0 });
});
