import { closeSync, copyFileSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import { anEngine, attachedPage, until } from '../make/engine.ts';
import { aJointServer, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced, takeInInvoice } from '../make/workstation.ts';

const codeOf = (error: unknown): string => (error instanceof EngineError ? error.code : String(error));
const replicaIn = (folder: string): string =>
  join(folder, readdirSync(folder).find((name) => /^replica-\d+\.db$/.test(name)) ?? 'none');

/** Writes over everything in a file but its beginning. */
function spoil(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at);
  closeSync(file);
}

test('what is in the outbox and not yet among the rows is there after the next start', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  using kept = aFolder();
  {
    await using seat = await aWorkstation(server, folder.path, 'anna');
    await synced(seat.page);
    await server.goDown();
  }
  const path = replicaIn(folder.path);
  copyFileSync(path, join(kept.path, 'replica')); // as it was when the computer went down: its last commit was lost
  const invoiceId = await (async () => {
    await using seat = await anEngine(folder.path);
    return await takeInInvoice(seat.engine);
  })();
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  copyFileSync(join(kept.path, 'replica'), path);

  await using seat = await anEngine(folder.path);
  await seat.page.task('session/sign-in', { login: 'anna', password });
  expect(await seat.page.query('supplier-invoices/card', { invoiceId })).toMatchObject({ invoice: { state: 'scanned' } });
  await server.comeUp();
  await seat.page.task('sync/retry', {});
  await synced(seat.page);
  expect(await joinedStatus(seat.page)).toMatchObject({ refused: 0, waiting: 0 });
});

test('a damaged replica is fetched anew, and what waits is put on it again', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  {
    await using seat = await aWorkstation(server, folder.path, 'anna');
    await synced(seat.page);
  }
  await server.goDown();
  const invoiceId = await (async () => {
    await using seat = await anEngine(folder.path);
    return await takeInInvoice(seat.engine);
  })();
  spoil(replicaIn(folder.path));
  await using seat = await anEngine(folder.path);
  await server.comeUp();
  await seat.page.task('session/sign-in', { login: 'anna', password });
  await synced(seat.page);
  expect(await seat.page.query('supplier-invoices/card', { invoiceId })).toMatchObject({ invoice: { state: 'scanned' } });
});

test('a damaged outbox is told of, and the workstation joins anew with what could be read', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  {
    await using seat = await aWorkstation(server, folder.path, 'anna');
    await synced(seat.page);
    await server.goDown();
    for (let number = 1; number <= 12; number += 1) await takeInInvoice(seat.engine, { number: String(number) });
  }
  const path = join(folder.path, 'outbox.db');
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(statSync(path).size / 4096 / 2) * 4096);
  closeSync(file);

  await using seat = await anEngine(folder.path);
  const notices: Notice[] = [];
  const page = attachedPage(seat.engine);
  page.onNotice((notice) => notices.push(notice));
  await until(async () => notices.some((notice) => notice.kind === 'problem' && notice.problem.code === 'outbox-damaged'));
  expect((await joinedStatus(page)).state).toBe('taken-out');
  await server.comeUp();
  await page.task('sync/join', { address: server.address, code: await server.newCode(), deviceName: 'Disk 1' });
  await page.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await joinedStatus(page)).waiting === 0);
  await synced(page);
  expect((await page.query('queue/counts', {})).all.count).toBeGreaterThan(6);
});

test('one person sits at a workstation at a time, and nobody sees what is not theirs', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  await using seat = await aWorkstation(server, folder.path, 'anna');
  await synced(seat.page);
  await server.goDown();
  const invoiceId = await takeInInvoice(seat.engine); // Anna's unit's, and not on the server yet
  expect((await seat.page.query('queue/counts', {})).all.count).toBe(1);
  const window = attachedPage(seat.engine);
  expect(await window.task('session/sign-in', { login: 'dora', password }).catch(codeOf)).toBe('offline');
  await server.comeUp();
  await window.task('session/sign-in', { login: 'dora', password });
  expect(await seat.page.query('queue/counts', {}).catch(codeOf)).toBe('no-person');
  expect((await window.query('queue/counts', {})).all.count).toBe(0);
  expect(await window.query('supplier-invoices/card', { invoiceId })).toBeNull();
  await window.task('sync/retry', {});
  await synced(window); // what Anna did is sent all the same
  expect((await window.query('queue/counts', {})).all.count).toBe(0);
  await window.task('session/lock', {});
  expect(await window.query('queue/counts', {}).catch(codeOf)).toBe('no-person');
  await window.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await window.query('supplier-invoices/card', { invoiceId })) !== null);
});

test('the same bytes at two workstations: the one that comes second is told, and nothing is tried for ever', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using one = await aWorkstation(server, here.path, 'anna');
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  await synced(one.page);
  await synced(other.page);
  await server.goDown();
  const mine = await takeInInvoice(one.engine, { bytes: 'samma sida' });
  const theirs = await takeInInvoice(other.engine, { bytes: 'samma sida' });
  await server.comeUp();
  await one.page.task('sync/retry', {});
  await synced(one.page);
  await other.page.task('sync/retry', {});
  await until(async () => (await joinedStatus(other.page)).waiting === 0);
  await until(async () => (await joinedStatus(other.page)).refused > 0);
  const { refused } = await other.page.query('sync/outbox', { limit: 10 });
  expect(refused.map(({ error }) => error.code)).toContain('already-received');
  expect(await other.page.query('supplier-invoices/card', { invoiceId: theirs })).toBeNull();
  await until(async () => (await other.page.query('supplier-invoices/card', { invoiceId: mine })) !== null);
});
