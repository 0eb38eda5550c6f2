import { expect, test } from 'vitest';
import { digestHex, emptyDigest, withRow } from '../../src/shared/run/digest.ts';
import { entities } from '../../src/shared/run/entities/index.ts';
import { anna, bo } from '../make/invoices.ts';
import { aServer, refusal, sha256Of, someBytes } from './a-server.ts';

/** Anna's unit and Bo's each take in a file. */
async function twoUnits() {
  const server = await aServer();
  const device = await server.found();
  const sessions = { north: await device.signIn('anna'), south: await device.signIn('bo') };
  const bytes = { north: someBytes(), south: someBytes() };
  for (const blob of Object.values(bytes)) await device.sendBlob(blob);
  await device.push([
    device.receiveFile('north', sha256Of(bytes.north), anna),
    device.receiveFile('south', sha256Of(bytes.south), bo),
  ]);
  return { server, device, sessions, bytes };
}

test('nobody sees rows or blobs of another unit', async () => {
  const { server, sessions, bytes } = await twoUnits();
  await using _ = server;
  const otherDevice = await server.enrol('Disk 2');
  const elsewhere = await otherDevice.signIn('anna');
  for (const [unit, other] of [
    ['north', 'south'],
    ['south', 'north'],
  ] as const) {
    const foreign = sha256Of(bytes[other]);
    const page = await sessions[unit].changes(0);
    expect(page.entries.filter(({ scope }) => scope.startsWith('unit:')).map(({ scope }) => scope)).toEqual([
      `unit:${unit}`,
      `unit:${unit}`,
    ]);
    expect(page.digests?.map(({ scope }) => scope)).not.toContain(`unit:${other}`);
    const snapshot = await sessions[unit].snapshot();
    expect(JSON.stringify(snapshot)).toContain(sha256Of(bytes[unit]));
    for (const seen of [page.entries.filter(({ op }) => op !== 'outcome'), snapshot]) {
      expect(JSON.stringify(seen)).not.toContain(foreign);
      expect(JSON.stringify(seen)).not.toContain(`unit:${other}`);
    }
    expect((await sessions[unit].blob(sha256Of(bytes[unit]))).status).toBe(200);
    expect(await refusal(await sessions[unit].blob(foreign))).toEqual([404, 'not-found']);
  }
  const outcomes = (await elsewhere.changes(0)).entries.filter(({ op }) => op === 'outcome');
  expect(outcomes).toEqual([]);
});

test('a snapshot is the rows at its seq, as its digests and its last line say', async () => {
  const { server, sessions } = await twoUnits();
  await using _ = server;
  const lines = await sessions.north.snapshot();
  const [head] = lines;
  if (head?.kind !== 'head') throw new Error('a snapshot begins with its head');
  expect(head).toMatchObject({ epoch: 1, seq: (await server.head()).seq, view: sessions.north.view });
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line] : []));
  expect(lines.at(-1)).toEqual({ kind: 'end', rows: rows.length });
  const digests = new Map(head.digests.map(({ scope }) => [scope, emptyDigest]));
  for (const { entity, row } of rows) {
    const scope = entities[entity].scope(row as never); // the line says whose row it is
    digests.set(scope, withRow(digests.get(scope) ?? emptyDigest, row.id, row.rev));
  }
  expect([...digests].map(([scope, digest]) => ({ scope, rows: digest.rows, sum: digestHex(digest) }))).toEqual(head.digests);
  expect((await sessions.north.changes(head.seq)).entries).toEqual([]);
});

test('snapshots are for a few at a time, and for the view that is', async () => {
  await using server = await aServer({ limits: { snapshots: 0 } });
  const session = await (await server.found()).signIn('anna');
  const busy = await server.ask('/v1/snapshot', { token: session.token });
  expect(busy.headers.get('retry-after')).toBe('5');
  expect(await refusal(busy)).toEqual([503, 'busy']);
});

test('a snapshot for another view is refused', async () => {
  await using server = await aServer();
  const session = await (await server.found()).signIn('anna');
  const response = await server.ask('/v1/snapshot?view=another', { token: session.token });
  expect(await response.json()).toEqual({ code: 'other-view', epoch: 1, view: session.view, scopes: session.scopes });
  expect(await refusal(await server.ask('/v1/snapshot'))).toEqual([401, 'signed-out']);
});

test('a blob is given whole or in part', async () => {
  const { server, sessions, bytes } = await twoUnits();
  await using _ = server;
  const sha256 = sha256Of(bytes.north);
  const text = new TextDecoder().decode(bytes.north);
  const part = async (range: string) => {
    const response = await sessions.north.blob(sha256, { range });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  expect(await (await sessions.north.blob(sha256)).text()).toBe(text);
  expect(await part('bytes=2-5')).toEqual([206, `bytes 2-5/${text.length}`, text.slice(2, 6)]);
  expect(await part('bytes=30-')).toEqual([206, `bytes 30-35/${text.length}`, text.slice(30)]);
  expect(await part('bytes=-4')).toEqual([206, `bytes 32-35/${text.length}`, text.slice(-4)]);
  expect(await part('bytes=0-1,4-5')).toEqual([200, null, text]);
  expect((await part('bytes=99-'))[0]).toBe(416);
  expect(await refusal(await sessions.north.blob('not-a-hash'))).toEqual([400, 'malformed']);
});
