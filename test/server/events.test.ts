import { createParser } from 'eventsource-parser';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { headHint, wireError } from '../../src/shared/contract/wire.ts';
import { anna, cecilia } from '../make/invoices.ts';
import { aServer, refusal, sha256Of, someBytes, type TestServer } from './a-server.ts';

/** Listens, and keeps what was told. */
async function listen(server: TestServer, token: string) {
  const response = await server.ask('/v1/events', { token });
  const told: { readonly event: string | undefined; readonly data: unknown }[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => told.push({ event, data: JSON.parse(data) }) });
  const ended = (async () => {
    const text = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) parser.feed(text.decode(chunk, { stream: true }));
    } catch {
      return; // let go of by the server
    }
  })();
  return {
    told,
    ended,
    lastHead: () => headHint.parse(told.findLast(({ event }) => event === 'head')?.data).seq,
    views: () => told.flatMap(({ event, data }) => (event === 'view' ? [data] : [])),
  };
}

test('everybody who listens is told of a commit, wherever it was made', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  const listeners = await Promise.all(Array.from({ length: 20 }, () => listen(server, session.token)));
  await expect.poll(() => listeners.every(({ told }) => told.length >= 2)).toBe(true);
  const { seq } = await server.head();
  await expect.poll(() => listeners.map(({ lastHead }) => lastHead())).toEqual(listeners.map(() => seq));

  const bytes = someBytes();
  await device.sendBlob(bytes);
  const { head } = await device.push([device.receiveFile('north', sha256Of(bytes), anna)]);
  await expect.poll(() => listeners.map(({ lastHead }) => lastHead())).toEqual(listeners.map(() => head));
  expect(await refusal(await server.ask('/v1/events'))).toEqual([401, 'signed-out']);
});

test('a commit of another server process on the same database is told, too', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  await using other = await aServer({ database: { url: server.url } });
  const listener = await listen(other, session.token);
  await expect.poll(() => listener.told.length).toBeGreaterThanOrEqual(2);
  const { head } = await device.push([device.command('suppliers/register', {}, anna)]);
  await expect.poll(() => listener.lastHead()).toBe(head);
  const page = await other.ask(`/v1/changes?epoch=1&after=${head}&view=${session.view}&limit=1`, { token: session.token });
  expect(await page.json()).toMatchObject({ from: head, to: head });
});

test('who gets other rights is told of the new view, and nobody else is', async () => {
  await using server = await aServer();
  const device = await server.found();
  const [annas, cecilias] = [await device.signIn('anna'), await device.signIn('cecilia')];
  const [anna1, cecilia1] = [await listen(server, annas.token), await listen(server, cecilias.token)];
  await expect.poll(() => anna1.views().length).toBe(1);
  // Cecilia is the only administrator that there has been: she gives another one alone.
  const wanted = {
    ...{ changeId: uuid(), grantId: uuid(), personId: anna, role: 'administrator', within: 'all' },
    ...{ fromDay: '2020-01-01', throughDay: null, reason: 'vikarierar' },
  };
  const { answers } = await device.push([device.command('access/request-role', wanted, cecilia)]);
  expect(answers[0]?.outcome).toMatchObject({ kind: 'accepted' });
  await expect.poll(() => anna1.views().length).toBe(2);
  const { view } = wireError.parse(await (await annas.changed(0)).json());
  expect(anna1.views().at(-1)).toEqual({ view });
  expect(view).not.toBe(annas.view);
  expect(cecilia1.views()).toEqual([{ view: cecilias.view }]);
});

test('with more waiting than can be borne, workstations are asked for patience', async () => {
  await using server = await aServer({ limits: { waitingCommands: -1 } });
  const device = await server.enrol();
  const response = await device.pushed({ epoch: null, commands: [device.command('suppliers/register', {}, anna)] });
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await refusal(response)).toEqual([429, 'busy']);
});

test('a server that is stopped answers what waits, keeps it, and sends listeners home', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  const listener = await listen(server, session.token);
  const before = (await server.head()).seq;
  const commands = Array.from({ length: 100 }, () => device.command('suppliers/register', {}, anna));
  const answered = device.push(commands);
  await expect.poll(async () => server.parts.sequencer.waiting() > 0 || (await server.head()).seq > before).toBe(true);
  const [{ answers }] = await Promise.all([answered, server.stop(), listener.ended]);
  expect(answers.length).toBe(100);
  await expect(server.ask('/health')).rejects.toThrow();

  await using again = await aServer({ database: { url: server.url } });
  const repeated = await again.ask('/v1/commands', {
    method: 'POST',
    token: device.token,
    body: JSON.stringify({ epoch: 1, commands }),
  });
  expect(await repeated.json()).toMatchObject({ answers: JSON.parse(JSON.stringify(answers)) });
});
