import { expect, test } from 'vitest';
import { decidesMs } from '../../src/server/identify.ts';
import type { PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { commands } from '../../src/shared/run/commands/index.ts';
import { ownSessionCommands } from '../../src/shared/run/commands/own-session.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import { aServer, refusal, type TestDevice } from './a-server.ts';

/** What one person decides over another's work counts only while that very person sits at the device. */

const wanted = (changes: object = {}) => ({
  ...{ changeId: uuid(), grantId: uuid(), personId: bo, role: 'approver', within: 'south', reason: 'ny attestant' },
  ...{ fromDay: '2026-01-01', throughDay: null, ...changes },
});
const saysWith =
  (device: TestDevice, actor: PersonId, session?: string) =>
  async (name: string, input: object): Promise<unknown> => {
    const { answers } = await device.push([device.command(name, input, actor, session)]);
    const outcome = answers[0]?.outcome;
    return outcome?.kind === 'rejected' ? outcome.error.code : outcome?.kind;
  };

test('the commands that need it are those in which one decides over another, and what is uncovered', () => {
  expect([...ownSessionCommands]).toEqual(
    expect.arrayContaining(['access/decide-role', 'access/request-role', 'registers/decide-change', 'supplier-invoices/approve']),
  );
  for (const [name, command] of Object.entries(commands)) {
    const decides = /decide|approve|lift-|reveal-/.test(name) || (name.startsWith('access/') && command.permission !== null);
    expect('ownSession' in command, name).toBe(decides);
    if ('ownSession' in command) expect(command.class, name).toBe('online');
  }
});

test('who sits there decides; not who has left, nor who sat there before somebody else', async () => {
  await using server = await aServer();
  const device = await server.found();
  const asCecilia = saysWith(device, cecilia);
  expect(await asCecilia('access/request-role', wanted())).toBe('not-signed-in');
  const first = await device.signIn('cecilia');
  expect(await asCecilia('access/request-role', wanted())).toBe('accepted');

  const out = await server.ask('/v1/sign-out', { method: 'POST', token: first.decides });
  expect(out.status).toBe(204);
  expect(await asCecilia('access/request-role', wanted({ role: 'records-officer' }))).toBe('session-needed');
  expect((await first.changed(0)).status, 'it still fetches').not.toBe(401);
  expect(await refusal(await server.ask('/v1/sign-out', { method: 'POST', token: first.decides }))).toEqual([401, 'signed-out']);

  const second = await device.signIn('cecilia');
  await device.signIn('anna');
  const asBefore = saysWith(device, cecilia, second.decides);
  expect(await asBefore('access/request-role', wanted({ role: 'records-officer' }))).toBe('session-needed');
  expect(await saysWith(device, anna)('access/request-role', wanted({ role: 'records-officer' }))).toBe('forbidden');
  // What needs no decision goes on in the name of whoever has signed in here, also offline and afterwards.
  const supplier = { supplierId: uuid(), name: 'Ny AB', organisationNumber: null, vatNumber: null };
  const facts = { ...supplier, street: null, postcode: null, city: null, paymentNumbers: [] };
  expect(await asCecilia('suppliers/register', facts)).toBe('forbidden');
});

test('a session that decides fetches nothing, and one that fetches decides nothing', async () => {
  await using server = await aServer();
  const device = await server.found();
  const { token, decides } = await device.signIn('cecilia');
  const changes = '/v1/changes?epoch=1&after=0&view=x&limit=1';
  expect(await refusal(await server.ask(changes, { token: decides }))).toEqual([401, 'signed-out']);
  expect(await refusal(await server.ask('/v1/snapshot', { token: decides }))).toEqual([401, 'signed-out']);
  expect(await saysWith(device, cecilia, token)('access/request-role', wanted())).toBe('session-needed');
});

test('it ends by itself, however much it is used', async () => {
  let nowMs = Date.UTC(2026, 10, 23, 8);
  await using server = await aServer({ clock: () => nowMs });
  const device = await server.found();
  await device.signIn('cecilia');
  const asCecilia = saysWith(device, cecilia);
  nowMs += decidesMs - 1;
  expect(await asCecilia('access/request-role', wanted())).toBe('accepted');
  nowMs += 1;
  expect(await asCecilia('access/request-role', wanted({ role: 'records-officer' }))).toBe('session-needed');
  await device.signIn('cecilia');
  expect(await asCecilia('access/request-role', wanted({ role: 'records-officer' }))).toBe('accepted');
});

test('the log keeps no token', async () => {
  await using server = await aServer();
  const device = await server.found();
  const { decides } = await device.signIn('cecilia');
  await saysWith(device, cecilia)('access/request-role', wanted());
  const lines = JSON.stringify(await (await device.signIn('cecilia')).snapshot());
  expect(lines).toContain('"roleChange"');
  expect(lines).not.toContain(decides);
});
