import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { FoundingLine } from '../../src/shared/contract/wire.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Entry, Envelope, KeptCommand } from '../../src/shared/run/store.ts';
import { anna } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';
import { aServer, hashOfPassword, refusal, sha256Of, someBytes, type TestDevice, type TestServer } from './a-server.ts';

type Lines = readonly FoundingLine[];
const bytes = someBytes();

/** The log of a single seat where Anna has worked: some accepted, one refused. */
async function aLog(): Promise<Lines> {
  using file = aWorkspaceFile();
  const commands: Omit<KeptCommand, 'epoch' | 'seqFirst' | 'seqLast'>[] = [];
  const entries: Entry[] = [];
  const store = sqliteLogStore(file.writer);
  const sequencer = startSequencer({
    clock: () => Date.UTC(2026, 10, 22, 11),
    // The single seat's own store; what it is given to keep is also what is sent.
    store: {
      transaction: (work) =>
        store.transaction((transaction) =>
          work({
            ...transaction,
            append: (more) => {
              entries.push(...more);
              return transaction.append(more);
            },
            keepCommand: ({ epoch: _, seqFirst: __, seqLast: ___, ...kept }) => {
              commands.push(kept);
              return transaction.keepCommand({ epoch: _, seqFirst: __, seqLast: ___, ...kept });
            },
          }),
        ),
    },
  });
  const send = (name: string, input: unknown, actor: PersonId = anna) => {
    const on = { device: 'workstation', dseq: null, leaseToken: null, issuedAtMs: 1 };
    return sequencer.execute({ id: asId(uuid()), name, version: 1, input, actor, ...on } satisfies Envelope);
  };
  const grants = [
    { id: uuid(), role: 'administrator' },
    { id: uuid(), role: 'verification-clerk' },
  ];
  const people = [{ id: anna, name: 'Anna Berg', initials: 'AB', human: true, grants }];
  await send('access/found-workspace', { people }, program);
  const fileId = uuid();
  await send('intake/receive-file', {
    fileId,
    name: 'å.pdf',
    channel: 'dropped',
    sha256: sha256Of(bytes),
    sizeBytes: 36,
    unitId: 'main',
  });
  await send('intake/finish-reading', { fileId, pageCount: 1, documentCount: 0 });
  await send('intake/finish-reading', { fileId, pageCount: 1, documentCount: 0 });
  const lines = commands.map(
    ({ dseq: _, ...command }): FoundingLine => ({
      kind: 'command',
      command,
      entries: entries.filter(({ commandId }) => commandId === command.id),
    }),
  );
  return [...lines, { kind: 'end', commands: lines.length, head: entries.length }];
}

const found = (server: TestServer, device: TestDevice, lines: Lines, packed = true): Promise<Response> => {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return server.ask('/v1/founding', {
    method: 'POST',
    token: device.token,
    body: packed ? gzipSync(text) : text,
    headers: { 'content-type': 'application/x-ndjson', ...(packed && { 'content-encoding': 'gzip' }) },
  });
};

test('an empty server takes the log of a single seat, row for row, once', async () => {
  await using server = await aServer();
  const device = await server.enrol();
  const lines = await aLog();
  expect(await (await found(server, device, lines)).json()).toEqual({ code: 'blobs-missing', sha256s: [sha256Of(bytes)] });
  expect((await server.head()).seq).toBe(0);
  await device.sendBlob(bytes);
  const head = lines.flatMap((line) => (line.kind === 'command' ? line.entries : [])).length;
  const answer = await found(server, device, lines);
  expect([answer.status, await answer.json()]).toEqual([200, { epoch: 1, head }]);
  expect(await refusal(await found(server, device, lines))).toEqual([409, 'already-founded']);

  await server.parts.door.keepAccount('anna', { person: anna, passwordHash: await hashOfPassword });
  const session = await device.signIn('anna');
  const page = await session.changes(0);
  const sent = lines.flatMap((line) => (line.kind === 'command' ? line.entries : [])).filter(({ op }) => op === 'put');
  expect(page.entries).toEqual(sent);
  const snapshot = await session.snapshot();
  const files = snapshot.flatMap((line) => (line.kind === 'row' && line.entity === 'sourceFile' ? [line.row] : []));
  expect(files).toEqual([sent.findLast(({ entity }) => entity === 'sourceFile')?.body]);
  expect(snapshot[0]).toMatchObject({ kind: 'head', seq: head, digests: page.digests });
  expect((await session.blob(sha256Of(bytes))).status).toBe(200);

  const { answers } = await device.push([device.receiveFile('main', sha256Of(bytes), anna)]);
  expect(answers[0]?.outcome).toMatchObject({ kind: 'rejected', error: { code: 'already-received' } });
});

test('a log that is not whole, or not one, founds nothing', async () => {
  await using server = await aServer();
  const device = await server.enrol();
  await device.sendBlob(bytes);
  const lines = await aLog();
  const second = lines[1];
  if (second?.kind !== 'command') throw new Error('the second line is a command');
  const changed = (change: (line: Extract<FoundingLine, { kind: 'command' }>) => unknown): Lines =>
    lines.with(1, change(structuredClone(second)) as FoundingLine); // what is sent is wrong on purpose
  const entry = (place: number, change: object) =>
    changed((line) => ({ ...line, entries: line.entries.map((each, at) => (at === place ? { ...each, ...change } : each)) }));
  const row = second.entries[0]?.body as object; // the file's row
  const wrong: readonly Lines[] = [
    lines.slice(0, -1),
    lines.filter((_, place) => place !== 1),
    [...lines, ...lines],
    [lines.at(-1), ...lines.slice(0, -1)].flatMap((line) => line ?? []),
    lines.with(-1, { kind: 'end', commands: 1, head: 1 }),
    entry(0, { seq: 99 }),
    entry(0, { tx: 1 }),
    entry(0, { rev: 2 }),
    entry(0, { scope: 'unit:elsewhere' }),
    entry(0, { body: null }),
    entry(0, { body: { ...row, sizeBytes: 'large' } }),
    entry(0, { body: { ...row, rev: 2 } }),
    entry(0, { op: 'evict', body: null }),
    entry(2, { body: { kind: 'rejected', error: { code: 'forbidden' } } }),
    entry(2, { scope: 'device:another' }),
    changed(({ entries, ...line }) => ({ ...line, entries: entries.slice(0, -1) })),
    changed((line) => ({ ...line, command: { ...line.command, outcome: { kind: 'accepted', changes: [] } } })),
    changed(() => ({ kind: 'another' })),
  ];
  for (const [place, each] of wrong.entries()) {
    const response = await found(server, device, each, place % 2 === 0);
    expect([place, response.status, await response.json()]).toEqual([place, 400, { code: 'malformed' }]);
  }
  const unpacked = await server.ask('/v1/founding', {
    method: 'POST',
    token: device.token,
    body: 'not gzip',
    headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
  });
  expect(await refusal(unpacked)).toEqual([400, 'malformed']);
  const asJson = await server.ask('/v1/founding', { method: 'POST', token: device.token, body: '{}' });
  expect(await refusal(asJson)).toEqual([400, 'malformed']);
  expect(await server.parts.store.read((moment) => moment.head())).toEqual({ epoch: 1, seq: 0 });
  expect((await found(server, device, lines)).status).toBe(200);
});
