import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, refusal, sha256Of, someBytes, type TestDevice, type TestServer, tusHeaders } from './a-server.ts';

let server: TestServer;
let device: TestDevice;
beforeAll(async () => {
  server = await aServer({ limits: { blobBytes: 1_000_000 } });
  device = await server.enrol();
});
afterAll(() => server[Symbol.asyncDispose]());

const pathOf = (sha256: string): string => join(server.blobsFolder, sha256.slice(0, 2), sha256);
const isHere = async (sha256: string): Promise<boolean> =>
  (await server.ask(`/v1/blobs/${sha256}`, { method: 'HEAD', token: device.token })).status === 200;

/** Creates an upload and gives back where it is. */
async function begin(bytes: Uint8Array, promised = sha256Of(bytes)): Promise<string> {
  const headers = { ...tusHeaders(promised), 'upload-length': String(bytes.length) };
  const response = await server.ask('/v1/blobs', { method: 'POST', token: device.token, headers });
  expect(response.status).toBe(201);
  return response.headers.get('location') ?? '';
}
const goOn = (at: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
  server.ask(at, {
    method: 'PATCH',
    token: device.token,
    body: bytes,
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
const offsetOf = async (at: string): Promise<string | null> =>
  (await server.ask(at, { method: 'HEAD', token: device.token, headers: { 'tus-resumable': '1.0.0' } })).headers.get(
    'upload-offset',
  );

test('an upload that was broken off goes on where it was, and lies under its hash when it is whole', async () => {
  const bytes = new Uint8Array(300_000).map((_, place) => place % 251);
  const sha256 = sha256Of(bytes);
  const at = await begin(bytes);
  expect((await goOn(at, 0, bytes.slice(0, 100_000))).status).toBe(204);
  expect(await offsetOf(at)).toBe('100000');
  expect(await isHere(sha256)).toBe(false);
  expect(existsSync(pathOf(sha256))).toBe(false);
  expect(await refusal(await goOn(at, 50_000, bytes.slice(50_000)))).toEqual([409, 'malformed']);
  expect((await goOn(at, 100_000, bytes.slice(100_000))).status).toBe(204);
  expect(await isHere(sha256)).toBe(true);
  expect(
    createHash('sha256')
      .update(await readFile(pathOf(sha256)))
      .digest('hex'),
  ).toBe(sha256);
});

test('bytes that are not what was promised are thrown away', async () => {
  const promised = sha256Of(someBytes());
  expect(await refusal(await device.sendBlob(someBytes(), promised))).toEqual([422, 'wrong-bytes']);
  expect(await isHere(promised)).toBe(false);
  expect(existsSync(pathOf(promised))).toBe(false);
});

test('the same blob many times at once is one blob', async () => {
  const bytes = someBytes();
  const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await device.sendBlob(bytes)).status));
  expect(statuses).toEqual(Array.from({ length: 8 }, () => 201));
  expect(await isHere(sha256Of(bytes))).toBe(true);
  expect(await readFile(pathOf(sha256Of(bytes)))).toEqual(Buffer.from(bytes));
});

test('nothing half or thrown away is left behind', async () => {
  const at = await begin(someBytes());
  const id = at.split('/').at(-1) ?? '';
  const left = readdirSync(join(server.blobsFolder, 'incoming')).filter((name) => !name.startsWith(id));
  expect(left).toEqual([]);
});

test('what is too large, without a hash or from nobody is refused', async () => {
  const create = (headers: Record<string, string>, token = device.token) =>
    server.ask('/v1/blobs', { method: 'POST', token, headers });
  const good = tusHeaders('ab'.repeat(32));
  expect(await refusal(await create({ ...good, 'upload-length': '1000001' }))).toEqual([413, 'too-large']);
  expect(await refusal(await create({ ...tusHeaders('short'), 'upload-length': '3' }))).toEqual([400, 'malformed']);
  expect(await refusal(await create({ 'tus-resumable': '1.0.0', 'upload-length': '3' }))).toEqual([400, 'malformed']);
  expect(await refusal(await create({ ...good, 'upload-length': '-3' }))).toEqual([400, 'malformed']);
  expect(await refusal(await create({ ...good, 'upload-defer-length': '1' }))).toEqual([400, 'malformed']);
  expect(await refusal(await create({ ...good, 'upload-length': '3', 'tus-resumable': '0.2.2' }))).toEqual([400, 'malformed']);
  expect(await refusal(await create({ ...good, 'upload-length': '3' }, 'not-a-token-of-anybody'))).toEqual([
    401,
    'unknown-device',
  ]);
  expect(await refusal(await goOn('/v1/blobs/uploads/nothing', 0, someBytes()))).toEqual([404, 'not-found']);
  const more = await begin(new Uint8Array(3));
  expect(await refusal(await goOn(more, 0, someBytes()))).toEqual([413, 'too-large']);
});
