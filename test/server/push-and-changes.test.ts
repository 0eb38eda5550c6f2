import { expect, test } from 'vitest';
import { anna, bo } from '../make/invoices.ts';
import { aServer, refusal, sha256Of, someBytes } from './a-server.ts';

test('a command goes up, its rows come down, and its device meets the outcome again', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  const bytes = someBytes();
  expect((await device.sendBlob(bytes)).status).toBe(201);
  const before = (await session.changes(0)).head;

  const command = device.receiveFile('north', sha256Of(bytes), anna);
  const { answers, stopped, epoch } = await device.push([command]);
  expect(stopped).toBeNull();
  expect(epoch).toBe(1);
  expect(answers.map(({ id, outcome }) => [id, outcome.kind])).toEqual([[command.id, 'accepted']]);

  const page = await session.changes(before);
  expect(page.to).toBe(answers[0]?.seqLast);
  expect(page.entries.map(({ op, entity }) => [op, entity])).toEqual([
    ['put', 'sourceFile'],
    ['put', 'event'],
    ['outcome', 'command'],
  ]);
  expect(page.entries.at(-1)?.body).toEqual(answers[0]?.outcome);
  expect(page.digests?.map(({ scope, rows }) => [scope, rows])).toContainEqual(['unit:north', 2]);
});

test('a batch that is sent again gets the same answers and writes nothing', async () => {
  await using server = await aServer();
  const device = await server.found();
  await device.signIn('anna');
  const bytes = someBytes();
  await device.sendBlob(bytes);
  const batch = [device.receiveFile('north', sha256Of(bytes), anna), device.receiveFile('north', sha256Of(bytes), anna)];
  const first = await device.push(batch, 1);
  expect(first.answers.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'rejected']);
  const again = await Promise.all([device.push(batch, 1), device.push(batch, 1)]);
  for (const { answers, head } of again) {
    expect(JSON.stringify(answers)).toBe(JSON.stringify(first.answers));
    expect(head).toBe(first.head);
  }
});

test('a page ends where a command ends, and the next begins there', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  await device.signIn('bo');
  for (let count = 0; count < 5; count += 1) {
    const bytes = someBytes();
    await device.sendBlob(bytes);
    await device.push([device.receiveFile('north', sha256Of(bytes), anna), device.receiveFile('south', sha256Of(bytes), bo)]);
  }
  const { head } = await session.changes(0);
  const seen: number[] = [];
  let after = 0;
  while (after < head) {
    const page = await session.changes(after, 4);
    expect(page.from).toBe(after);
    expect(page.to).toBeGreaterThan(after);
    const next = await session.changes(page.to, 4);
    expect(next.entries[0]?.tx).not.toBe(page.entries.at(-1)?.tx);
    seen.push(...page.entries.map(({ seq }) => seq));
    after = page.to;
  }
  expect(seen).toEqual((await session.changes(0)).entries.map(({ seq }) => seq));
});

test('what is amiss with a batch is said, and nothing is written', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  const head = (await device.push([device.receiveFile('north', 'ab'.repeat(32), anna)])).head;
  expect((await device.push([{ ...device.receiveFile('north', 'ab'.repeat(32), anna), dseq: 2 }])).stopped).toEqual({
    code: 'blobs-missing',
    sha256s: ['ab'.repeat(32)],
  });
  expect((await device.push([{ ...device.receiveFile('north', 'ab'.repeat(32), anna), dseq: 7 }])).stopped).toEqual({
    code: 'dseq-gap',
    expected: 2,
  });
  const command = device.receiveFile('north', 'ab'.repeat(32), anna);
  expect(await refusal(await device.pushed({ epoch: 2, commands: [command] }))).toEqual([409, 'other-epoch']);
  expect(await refusal(await device.pushed({ epoch: 1, commands: [] }))).toEqual([400, 'malformed']);
  expect(await refusal(await device.pushed({ epoch: 1, commands: Array.from({ length: 101 }, () => command) }))).toEqual([
    400,
    'malformed',
  ]);
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
  expect(await refusal(await device.pushed({ epoch: 1, commands: [{ ...command, input: deep }] }))).toEqual([400, 'malformed']);
  const large = { ...command, input: 'x'.repeat(1_200_000) };
  expect(await refusal(await device.pushed({ epoch: 1, commands: [large] }))).toEqual([413, 'too-large']);
  expect(await refusal(await server.ask('/v1/commands', { method: 'POST', body: '{}' }))).toEqual([401, 'unknown-device']);
  expect(await refusal(await server.ask('/v1/commands', { method: 'POST', body: '{}', token: session.token }))).toEqual([
    401,
    'unknown-device',
  ]);
  expect((await session.changes(0)).head).toBe(head);
});

test('who has not signed in on a device does nothing there', async () => {
  await using server = await aServer();
  const device = await server.found();
  const { answers } = await device.push([device.receiveFile('south', 'ab'.repeat(32), bo)]);
  expect(answers[0]?.outcome).toEqual({ kind: 'rejected', error: { code: 'not-signed-in' } });
});

test('a question to another history, another view or a time to come is told what is', async () => {
  await using server = await aServer();
  const session = await (await server.found()).signIn('anna');
  const told = await session.changed(0, { view: 'another' });
  expect(told.status).toBe(409);
  expect(await told.json()).toEqual({ code: 'other-view', epoch: 1, view: session.view, scopes: session.scopes });
  expect(await refusal(await session.changed(0, { epoch: 7 }))).toEqual([409, 'other-epoch']);
  expect(await refusal(await session.changed(1_000_000))).toEqual([409, 'ahead-of-log']);
  expect(await refusal(await session.changed(0, { limit: 100_000 }))).toEqual([400, 'malformed']);
  expect(await refusal(await server.ask('/v1/changes?epoch=1&after=0&view=x&limit=1'))).toEqual([401, 'signed-out']);
});

test('a wire that the server does not speak is told so', async () => {
  await using server = await aServer();
  const response = await server.ask('/v1/changes', { headers: { 'fakturist-wire': '99' } });
  expect(await refusal(response)).toEqual([426, 'too-old']);
  expect(await refusal(await server.ask('/v1/nothing-here'))).toEqual([404, 'not-found']);
});

test('a command that holds what the database cannot keep is refused finally, and its neighbours are not', async () => {
  await using server = await aServer();
  const device = await server.found();
  await device.signIn('anna');
  const bytes = someBytes();
  await device.sendBlob(bytes);
  const odd = device.receiveFile('north', sha256Of(bytes), anna);
  const input = { ...(odd.input as object), name: 'a\u0000b.pdf' }; // as the maker gave it
  const { answers } = await device.push([{ ...odd, input }, device.receiveFile('north', sha256Of(bytes), anna)]);
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['rejected', 'accepted']);
});
