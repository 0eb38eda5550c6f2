import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushAnswer } from '../../src/shared/contract/wire.ts';
import { anna } from '../make/invoices.ts';
import { aServer, type TestDevice, type TestServer, type TestSession } from './a-server.ts';

// Whatever is sent: never a 5xx, and what is refused changes nothing.

let server: TestServer;
let device: TestDevice;
let session: TestSession;
let nowMs = Date.now();
beforeAll(async () => {
  server = await aServer({ clock: () => nowMs });
  device = await server.found();
  session = await device.signIn('anna');
});
afterAll(() => server[Symbol.asyncDispose]());

const runs = { numRuns: 100 };
const posts = ['/v1/devices', '/v1/sign-in', '/v1/sign-out', '/v1/commands', '/v1/founding', '/v1/blobs'] as const;
const headNow = () => server.parts.store.read((moment) => moment.head());

const valid = () => ({
  '/v1/devices': { code: 'AAAAA-AAAAA-AAAAA-AAAAA', name: 'Disk 1' },
  '/v1/sign-in': { login: 'anna', password: 'fel' },
  '/v1/commands': {
    epoch: 1,
    commands: [
      {
        id: uuid(),
        dseq: 2,
        name: 'suppliers/register',
        version: 1,
        input: { supplierId: uuid(), name: 'A', paymentNumbers: [] },
        actor: anna,
        leaseToken: null,
        issuedAtMs: 1,
      },
    ],
  },
});

/** What may stand where something else was expected. */
const odd = fc.oneof(
  fc.constantFrom(null, true, '', '\u0000', '\ud800', '__proto__', -1, 0, 1.5, 1e300, Number.MAX_SAFE_INTEGER, [], {}),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);

/** A valid value with one part of it changed, taken away or added to. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return odd;
  const parts = Object.entries(value);
  const asBefore = (entries: readonly (readonly [string, unknown])[]): unknown =>
    Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
  return fc.nat(Math.max(parts.length - 1, 0)).chain((place) =>
    fc.oneof(
      odd,
      fc.constant(asBefore(parts.filter((_, at) => at !== place))),
      fc.tuple(fc.string(), odd).map((extra) => asBefore([...parts, extra])),
      mutated(parts[place]?.[1]).map((part) => asBefore(parts.map(([key, old], at) => [key, at === place ? part : old]))),
    ),
  );
}

async function send(path: string, body: string): Promise<Response> {
  nowMs += 600_000; // guesses are counted, and forgotten with time
  return server.ask(path, { method: 'POST', token: path === '/v1/sign-out' ? 'of-nobody-whom-we-know' : device.token, body });
}

/** Refused: nothing is changed. Done: it was a command, and has its outcome. */
async function holdsFor(path: string, body: string): Promise<void> {
  const before = await headNow();
  const response = await send(path, body);
  const answer = await response.text();
  expect(response.status, answer).toBeLessThan(500);
  if (response.status !== 200) {
    expect(JSON.parse(answer)).toMatchObject({ code: expect.any(String) });
    expect(await headNow()).toEqual(before);
  } else {
    expect(path).toBe('/v1/commands');
    expect(JSON.parse(answer).answers).toEqual(expect.any(Array));
  }
}

test('any JSON at any door', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.json(), (path, body) => holdsFor(path, body)),
    runs,
  );
});

test('any bytes at any door', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.string({ unit: 'binary' }), (path, body) => holdsFor(path, body)),
    runs,
  );
});

test('a valid message with something changed', async () => {
  const messages = fc.constantFrom(...Object.entries(valid()));
  const changed = messages.chain(([path, body]) => mutated(body).map((other) => [path, JSON.stringify(other) ?? ''] as const));
  await fc.assert(
    fc.asyncProperty(changed, ([path, body]) => holdsFor(path, body)),
    { numRuns: 120 },
  );
});

test('a command with anything in it gets a final answer, and so does its neighbour', async () => {
  let dseq = (await server.parts.door.devices()).find(({ id }) => id === device.id)?.lastDseq ?? 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('suppliers/register', 'intake/receive-file', 'access/request-role', 'no/such-command'),
      odd,
      async (name, input) => {
        const command = { id: uuid(), name, version: 1, actor: anna, leaseToken: null, issuedAtMs: 1 };
        const batch = [
          { ...command, dseq: dseq + 1, input },
          { ...command, id: uuid(), dseq: dseq + 2, input: {} },
        ];
        const response = await device.pushed({ epoch: null, commands: batch });
        const text = await response.text();
        expect(response.status, text + JSON.stringify(batch)).toBe(200);
        const { answers, stopped } = pushAnswer.parse(JSON.parse(text));
        dseq += answers.length;
        expect([stopped, ...answers.map(({ outcome }) => outcome.kind)]).toEqual([null, 'rejected', 'rejected']);
      },
    ),
    runs,
  );
});

test('any question in an address', async () => {
  const paths = fc.constantFrom('changes', 'snapshot', 'events', 'blobs');
  await fc.assert(
    fc.asyncProperty(paths, fc.webQueryParameters(), fc.string({ unit: 'binary', maxLength: 80 }), async (path, query, part) => {
      const signal = AbortSignal.timeout(5_000);
      const address = `/v1/${path}${path === 'blobs' ? `/${encodeURIComponent(part.toWellFormed())}` : ''}?${query}`;
      const response = await server.ask(address, { token: session.token, signal });
      await response.body?.cancel();
      expect(response.status, address).toBeLessThan(500);
    }),
    runs,
  );
});
