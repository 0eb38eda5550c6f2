import { expect, test } from 'vitest';
import { z } from 'zod';
import { decidesMs } from '../../src/server/identify.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { ok } from '../../src/shared/base/result.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { command } from '../../src/shared/run/command.ts';
import { commands } from '../../src/shared/run/commands/index.ts';
import { ownSessionCommands } from '../../src/shared/run/commands/own-session.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import { aServer, refusal, type TestDevice } from './a-server.ts';

/** What is asked for and decided by four eyes counts only while the very person in whose name it comes sits at the device. */

const wanted = (changes: object = {}) => ({
  ...{ changeId: uuid(), grantId: uuid(), personId: bo, role: 'approver', within: 'south', reason: 'ny attestant' },
  ...{ fromDay: '2026-01-01', throughDay: null, ...changes },
});
const plain = { input: z.never(), permission: null, class: 'provisional', load: async () => undefined } as const;
const id = asId<'registerChange'>(uuid());
const saysWith =
  (device: TestDevice, actor: PersonId, session?: string) =>
  async (name: string, input: object): Promise<unknown> => {
    const { answers } = await device.push([device.command(name, input, actor, session)]);
    const outcome = answers[0]?.outcome;
    return outcome?.kind === 'rejected' ? outcome.error.code : outcome?.kind;
  };

/**
 * What asks for something that two must decide, says what four eyes go by (who rang, who put the supplier there, whose number is rung), or takes it
 * back; a command that writes of it and is not here does not compile: see `Command`.
 */
const asks = [
  'registers/request-change',
  'registers/note-call-back',
  'registers/withdraw-change',
  'registers/import-rows',
  'suppliers/register',
  'suppliers/set-phone',
];

test('the commands that need it: what four eyes are asked for and decide, who may do what, and what is uncovered', () => {
  for (const [name, command] of Object.entries(commands)) {
    const decides = /decide|approve|lift-|reveal-/.test(name) || (name.startsWith('access/') && command.permission !== null);
    expect(
      ownSessionCommands.some((one) => one === name),
      name,
    ).toBe(decides || asks.includes(name));
  }
  // @ts-expect-error A command that asks for a change without it.
  command<never, undefined, never>({ ...plain, decide: () => ok([{ on: 'registerChange', id, type: 'change-withdrawn' }]) });
  // @ts-expect-error One with it that may be done without a network.
  command<never, undefined, never>({ ...plain, ownSession: true, decide: () => ok([]) });
  expect(command<never, undefined, never>({ ...plain, decide: () => ok([]) }).ownSession).toBeUndefined();
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
  expect(await asCecilia('suppliers/change-facts', { supplierId: uuid(), facts: { city: 'Boden' } })).toBe('forbidden');
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
