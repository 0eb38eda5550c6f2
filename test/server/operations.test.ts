import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { anna } from '../make/invoices.ts';
import { aServer, password, refusal } from './a-server.ts';

test('health tells the head, and measures count commands without a word of whose they are', async () => {
  await using server = await aServer({ metricsToken: 'a-token-for-the-operator' });
  const device = await server.found();
  expect(await (await server.ask('/health')).json()).toEqual({
    database: 'reachable',
    epoch: 1,
    seq: (await server.head()).seq,
  });
  const measures = await (await server.ask('/metrics')).text();
  expect(measures).toContain('fakturist_commands_total{outcome="accepted"} 1');
  expect(measures).toMatch(/fakturist_commit_seconds_count [1-9]/);
  expect(measures).not.toContain(device.id);

  const throughProxy = { 'x-forwarded-for': '192.0.2.1' };
  expect(await refusal(await server.ask('/metrics', { headers: throughProxy }))).toEqual([403, 'forbidden']);
  const withToken = await server.ask('/metrics', { headers: throughProxy, token: 'a-token-for-the-operator' });
  expect(withToken.status).toBe(200);
});

test('the log of the server tells what was asked and how it went, and nothing of what was in it', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  await using server = await aServer({ log: pino({ level: 'trace' }, sink) });
  const device = await server.found();
  const session = await device.signIn('anna');
  await session.changed(0);
  const command = device.receiveFile('north', 'ab'.repeat(32), anna);
  await device.push([command]);
  await server.ask('/v1/sign-in', {
    method: 'POST',
    token: device.token,
    body: JSON.stringify({ login: 'anna', password: 'hemligt' }),
  });
  await server.ask('/v1/commands', { method: 'POST', token: device.token, body: '{"brutet": ' });

  const all = lines.join('');
  expect(lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')).toContainEqual(
    expect.objectContaining({ method: 'GET', route: '/v1/changes', status: 200, reqId: expect.any(String) }),
  );
  for (const secret of [
    device.token,
    session.token,
    password,
    'hemligt',
    'anna',
    'Anna',
    'a.pdf',
    'brutet',
    'ab'.repeat(32),
    session.view,
  ])
    expect(all).not.toContain(secret);
});
