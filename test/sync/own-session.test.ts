import pg from 'pg';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { HumanRole } from '../../src/shared/domain/access/index.ts';
import { until } from '../make/engine.ts';
import { anna } from '../make/invoices.ts';
import { aJointServer, dora, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced } from '../make/workstation.ts';

/** What two decide is asked for and decided by who sits there: it goes up with that person's own session, which the engine holds while the person sits there. */

const ask = (page: Engine, role: HumanRole, personId = dora) =>
  page.execute('access/request-role', {
    ...{ changeId: uuid() as never, grantId: uuid() as never, personId, role, within: 'south', reason: 'ny i arbetet' },
    ...{ fromDay: '2026-01-01' as never, throughDay: null },
  });

async function sessionsThatDecide(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM session WHERE decides');
  await client.end();
  return rows[0]?.count ?? -1;
}

test('who sits there decides; the session ends with the lock, and with somebody else who sits down', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  await using seat = await aWorkstation(server, folder.path, 'cecilia');
  await synced(seat.page);
  expect(await sessionsThatDecide(server.databaseUrl)).toBe(1);
  expect(await ask(seat.page, 'records-officer')).toMatchObject({ ok: true });
  await seat.page.task('session/lock', {});
  await until(async () => (await sessionsThatDecide(server.databaseUrl)) === 0);
  await seat.page.task('session/sign-in', { login: 'anna', password });
  expect(await sessionsThatDecide(server.databaseUrl)).toBe(1);
  expect(await ask(seat.page, 'records-officer')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  // The engine speaks for who sits there, whatever name a crafted page would give.
  const asCecilia = await seat.engine.parts.execute((await peopleNamed(seat.page, 'Cecilia Ek')) as never, 'access/end-role', {
    ...{ grantId: uuid() as never, throughDay: '2026-01-01' as never },
  });
  expect(asCecilia).toMatchObject({ ok: false, error: { code: 'session-needed' } });
});

test('a session that the server has forgotten is said to be over, once; who sits there goes on', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  await using seat = await aWorkstation(server, folder.path, 'cecilia');
  await synced(seat.page);
  const [device] = (await server.running().parts.door.devices()).filter(({ name }) => name === 'Disk 1');
  await server.running().parts.door.standUp(device?.id ?? '');
  expect(await ask(seat.page, 'records-officer')).toMatchObject({ ok: false, error: { code: 'session-needed' } });
  expect(await ask(seat.page, 'records-officer')).toMatchObject({ ok: true });
});

test('who signed in without a network decides when the server is back, without signing in again', async () => {
  await using server = await aJointServer();
  using folder = aFolder();
  await using seat = await aWorkstation(server, folder.path, 'cecilia');
  await synced(seat.page);
  await server.goDown();
  await seat.page.task('session/lock', {});
  await seat.page.task('session/sign-in', { login: 'cecilia', password });
  const changeId = uuid() as never;
  for (const asked of [ask(seat.page, 'records-officer'), seat.page.execute('registers/withdraw-change', { changeId })])
    expect(await asked.catch((error: { code?: string }) => error.code)).toBe('offline');
  expect(await joinedStatus(seat.page)).toMatchObject({ waiting: 0 });
  await server.comeUp();
  await seat.page.task('sync/retry', {});
  await synced(seat.page);
  expect(await ask(seat.page, 'verification-clerk', anna)).toMatchObject({ ok: true });
});

const peopleNamed = async (page: Engine, wanted: string) =>
  (await page.query('access/people', { limit: 50 })).find(({ person }) => person.name === wanted)?.person.id;
