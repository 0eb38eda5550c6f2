import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { EngineError } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { usualLayUps } from '../../src/shared/domain/calendar/index.ts';
import { calendarNames } from '../../src/shared/run/demonstration.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aJointServer, type dora, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced, takeInInvoice } from '../make/workstation.ts';

const aSupplier = (name: string, bankgiro?: string) => ({
  supplierId: uuid() as never, // made here
  name,
  organisationNumber: '556677-8899',
  vatNumber: null,
  street: null,
  postcode: null,
  city: null,
  paymentNumbers: bankgiro === undefined ? [] : [{ id: uuid() as never, kind: 'bankgiro' as const, number: bankgiro }],
});
const park = (invoiceId: string) => ({ invoiceId: invoiceId as never, reason: 'other', note: '', returnsOn: null }) as const; // made here

const codeOf = (error: unknown): string => (error instanceof EngineError ? error.code : String(error));

test('an empty server takes over all that was done on a single seat, as it was', async () => {
  await using server = await aJointServer({ isFounded: false });
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  expect(await seat.page.execute('suppliers/register', aSupplier('Exempelbolaget AB'))).toMatchObject({ ok: true });
  const invoiceId = await takeInInvoice(seat.engine);
  const commandId = uuid();
  expect(await seat.page.execute('supplier-invoices/park', park(invoiceId), commandId)).toMatchObject({ ok: true });
  const people = (await seat.page.query('session/read', {})).people;
  const before = await seat.page.query('supplier-invoices/history', { invoiceId, limit: 10 });

  const report = await seat.page.task('sync/join', {
    address: server.address,
    code: await server.newCode(),
    deviceName: 'Disk 1',
  });
  expect(report).toEqual({ kind: 'founded', taken: 5, refused: 0 });
  expect(await seat.page.query('session/read', {})).toMatchObject({ signIn: 'password', person: null });
  expect(readdirSync(folder.path)).toContain('workspace-before-joining.db');
  expect(existsSync(join(folder.path, 'workspace.db'))).toBe(false);

  await server.openAccounts([['anna', people[0]?.id ?? program]]);
  await seat.page.task('session/sign-in', { login: 'anna', password });
  await synced(seat.page);
  expect(await seat.page.query('supplier-invoices/history', { invoiceId, limit: 10 })).toEqual(before);
  expect(await seat.page.query('suppliers/list', { search: 'exempel', limit: 5 })).toHaveLength(1);
  expect(await seat.page.execute('supplier-invoices/undo', { invoiceId, undoes: commandId as never })).toMatchObject({
    ok: true,
  });
  await synced(seat.page);
});

test('a server with a history decides each command again, and what it refuses is listed', async () => {
  await using server = await aJointServer();
  using here = aFolder();
  using there = aFolder();
  await using other = await aWorkstation(server, there.path, 'bo', 'Disk 2');
  const theirs = await takeInInvoice(other.engine, { bytes: 'samma sida' });
  await synced(other.page);

  await using seat = await anEngine(here.path);
  await sitDown(seat.page);
  const [calendar] = usualLayUps(calendarNames, '2026-11-25' as Day, uuid);
  if (calendar !== undefined) expect(await seat.page.execute('calendars/lay-up', calendar)).toMatchObject({ ok: true }); // the server's own holds
  expect(await seat.page.execute('suppliers/register', aSupplier('Medhavda AB', '991-2346'))).toMatchObject({ ok: true });
  const own = await takeInInvoice(seat.engine, { number: '7' });
  await takeInInvoice(seat.engine, { bytes: 'samma sida' });
  expect(await seat.page.execute('supplier-invoices/park', park(own))).toMatchObject({ ok: true });
  const address = server.address;
  expect(await seat.page.task('sync/join', { address, code: 'fel fel fel', deviceName: 'D' }).catch(codeOf)).toBe('wrong-code');
  expect(
    await seat.page.task('sync/join', { address: 'http://exempel.se', code: 'fel fel fel', deviceName: 'D' }).catch(codeOf),
  ).toBe('malformed');
  const report = await seat.page.task('sync/join', { address, code: await server.newCode(), deviceName: 'Disk 1' });
  expect(report).toEqual({ kind: 'added', taken: 6, refused: 0 });
  await seat.page.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await joinedStatus(seat.page)).waiting === 0);
  await synced(seat.page);
  await until(async () => (await other.page.query('supplier-invoices/card', { invoiceId: own }))?.invoice.state === 'parked');
  const [parked] = await other.page.query('supplier-invoices/history', { invoiceId: own, limit: 1 });
  expect(parked).toMatchObject({ actorName: 'Anna Berg' });
  // What two decide is asked for in the name of who signed in, and waits.
  const asked = await other.page.query('register-changes/list', { folder: 'pending', limit: 10 });
  expect(asked.map(({ supplierName, requestedByName }) => [supplierName, requestedByName])).toEqual([
    ['Medhavda AB', 'Anna Berg'],
  ]);
  const { refused } = await seat.page.query('sync/outbox', { limit: 10 });
  expect(refused.map(({ error, commandIds }) => [error.code, commandIds.length])).toEqual([['already-received', 2]]);
  expect(await seat.page.query('supplier-invoices/card', { invoiceId: theirs })).not.toBeNull();
  expect(await seat.page.task('sync/join', { address, code: 'x', deviceName: 'D' }).catch(codeOf)).toBe('already-joined');
});

test('a joining that was cut off after the server had been founded goes on without losing or doubling anything', async () => {
  await using server = await aJointServer({ isFounded: false });
  using folder = aFolder();
  using copy = aFolder();
  let people: readonly { readonly id: string }[];
  let invoiceId: string;
  {
    await using seat = await anEngine(folder.path);
    await sitDown(seat.page);
    invoiceId = await takeInInvoice(seat.engine);
    people = (await seat.page.query('session/read', {})).people;
  }
  cpSync(folder.path, copy.path, { recursive: true });
  {
    await using seat = await anEngine(folder.path);
    await seat.page.task('sync/join', { address: server.address, code: await server.newCode(), deviceName: 'Disk 1' });
  }
  // As it was when the server had answered, and nothing of it had been written here but the enrolment.
  renameSync(join(folder.path, 'workspace-before-joining.db'), join(folder.path, 'workspace.db'));
  const { default: Database } = await import('better-sqlite3');
  const outbox = new Database(join(folder.path, 'outbox.db'));
  outbox.exec("UPDATE enrolments SET state = 'joining'");
  outbox.close();
  for (const name of readdirSync(folder.path).filter((file) => file.startsWith('replica'))) rmSync(join(folder.path, name));

  await using seat = await anEngine(folder.path);
  const [person] = people;
  assert(person !== undefined, 'somebody founded it');
  await seat.page.task('session/choose-person', { personId: person.id });
  const later = await takeInInvoice(seat.engine, { number: '8' });
  const report = await seat.page.task('sync/join', { address: server.address, code: 'inte behövd', deviceName: 'Disk 1' });
  expect(report).toEqual({ kind: 'added', taken: 4, refused: 0 });
  await server.openAccounts([['anna', person.id as typeof dora]]);
  await seat.page.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await joinedStatus(seat.page)).waiting === 0, 30);
  expect(await joinedStatus(seat.page)).toMatchObject({ refused: 0 });
  for (const id of [invoiceId, later])
    expect(await seat.page.query('supplier-invoices/history', { invoiceId: id as never, limit: 10 })).toHaveLength(1);
});
