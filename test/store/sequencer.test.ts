import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspaceFile } from '../../src/main/engine/store/open.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type CommandId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Envelope } from '../../src/shared/run/store.ts';
import { anna, bo } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile, workspaceMigrations } from '../make/workspace.ts';

const noon = Date.UTC(2026, 10, 22, 11);
let place = 0;
beforeEach(() => {
  place = 0;
});

const send = (name: string, input: unknown, actor = anna, id = asId<'command'>(uuid())): Envelope => {
  place += 1;
  const on = { device: 'this', dseq: null, leaseToken: null };
  return { id: id satisfies CommandId, name, version: 1, input, actor, ...on, issuedAtMs: noon + place };
};

const founding = send('access/found-workspace', {
  people: [
    {
      id: anna,
      name: 'Anna Berg',
      initials: 'AB',
      human: true,
      grants: [
        { id: uuid(), role: 'administrator' },
        { id: uuid(), role: 'register-keeper' },
      ],
    },
    { id: bo, name: 'Bo Lind', initials: 'BL', human: true, grants: [{ id: uuid(), role: 'verification-clerk' }] },
  ],
});

const aSupplier = (name: string, organisationNumber: string | null = null) => ({
  supplierId: uuid(),
  name,
  organisationNumber,
  vatNumber: null,
  street: null,
  postcode: null,
  city: null,
  paymentNumbers: [],
});

function start() {
  const file = aWorkspaceFile();
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => noon });
  const entries = () =>
    file.reader.prepare('SELECT seq, tx, op, entity, scope FROM entry ORDER BY seq').all() as {
      seq: number;
      tx: number;
      op: string;
      entity: string;
      scope: string;
    }[];
  return { file, sequencer, entries, store: sqliteStore(file.reader), [Symbol.dispose]: () => file[Symbol.dispose]() };
}

describe('the sequencer on SQLite', () => {
  test('an accepted command leaves its row, its event and its outcome in the log, without gaps', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const input = aSupplier('Exempelbolaget AB', '556677-8899');
    const { outcome } = await log.sequencer.execute(send('suppliers/register', input));
    expect(outcome).toMatchObject({
      kind: 'accepted',
      changes: [{ entity: 'supplier', id: input.supplierId, rev: 1 }, { entity: 'event' }],
    });
    expect(await log.store.get('supplier', input.supplierId)).toMatchObject({
      name: 'Exempelbolaget AB',
      organisationNumber: '5566778899',
    });
    const entries = log.entries();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.slice(-3).map(({ op, entity }) => `${op} ${entity}`)).toEqual([
      'put supplier',
      'put event',
      'outcome command',
    ]);
    expect(entries.at(-2)?.scope).toBe('reg:suppliers'); // an event has its subject's scope
  });

  test('the same command sent twice writes once and answers the same', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const command = send('suppliers/register', aSupplier('Dubbel AB'));
    const [first, second] = await Promise.all([log.sequencer.execute(command), log.sequencer.execute(command)]);
    const third = await log.sequencer.execute({ ...command, input: aSupplier('Other content') });
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(log.file.reader.prepare('SELECT count(*) AS n FROM suppliers').get()).toEqual({ n: 1 });
  });

  test('a rejection keeps nothing but its outcome, also after it has begun to write', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const taken = { id: uuid(), kind: 'bankgiro', number: '991-2346' };
    const first = await log.sequencer.execute(send('suppliers/register', { ...aSupplier('Ett AB'), paymentNumbers: [taken] }));
    const { outcome } = await log.sequencer.execute(
      send('suppliers/register', { ...aSupplier('Två AB'), paymentNumbers: [taken] }),
    ); // its id is taken
    expect(first.outcome.kind).toBe('accepted');
    expect(outcome.kind).not.toBe('accepted');
    expect(log.file.reader.prepare('SELECT name FROM suppliers').all()).toEqual([{ name: 'Ett AB' }]);
    expect(log.entries().at(-1)?.op).toBe('outcome');
  });

  test('malformed, unknown and forbidden commands are told apart', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const codes = await Promise.all(
      [
        send('suppliers/register', { name: 7 }),
        send('suppliers/unknown', {}),
        send('suppliers/register', aSupplier('Nej AB'), bo), // a verification clerk keeps no register
      ].map(async (envelope) => {
        const { outcome } = await log.sequencer.execute(envelope);
        return outcome.kind === 'rejected' ? outcome.error.code : outcome.kind;
      }),
    );
    expect(codes).toEqual(['malformed', 'malformed', 'forbidden']);
  });

  test('the log, the commands and the history cannot be rewritten', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    for (const statement of [
      'UPDATE entry SET rev = 9',
      'DELETE FROM entry',
      'UPDATE command SET name = 1',
      'DELETE FROM command',
      'UPDATE events SET type = 1',
      'DELETE FROM events',
    ])
      expect(() => log.file.writer.exec(statement)).toThrow(/append-only/);
  });

  test('a full disk gives no answer, keeps nothing, and lets the command be sent again', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const pages = log.file.writer.pragma('page_count', { simple: true }) as number;
    log.file.writer.pragma(`max_page_count = ${pages}`);
    const big = send('suppliers/register', {
      ...aSupplier('Stor AB'),
      street: 'x'.repeat(200),
      paymentNumbers: Array.from({ length: 20 }, () => ({ id: uuid(), kind: 'bankgiro', number: '991-2346' })),
    });
    await expect(log.sequencer.execute(big)).rejects.toMatchObject({ code: 'disk-full' });
    log.file.writer.pragma('max_page_count = 1000000');
    expect((await log.sequencer.execute(big)).outcome.kind).toBe('accepted');
  });

  test('commands that wait together are decided one after the other', async () => {
    using log = start();
    await log.sequencer.execute(founding);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => log.sequencer.execute(send('suppliers/register', aSupplier('Samma AB', '556677-8899')))),
    );
    expect(outcomes.filter(({ outcome }) => outcome.kind === 'accepted')).toHaveLength(1);
    expect(
      outcomes.filter(({ outcome }) => outcome.kind === 'rejected' && outcome.error.code === 'already-registered'),
    ).toHaveLength(199);
  });
});

describe('an encrypted workspace', () => {
  const key = '0f'.repeat(32);

  test('opens with its key only, and shows nothing without it', async () => {
    using folder = aFolder();
    const open = (withKey?: string) =>
      openWorkspaceFile(folder.path, workspaceMigrations, { open: Encrypted, ...(withKey && { key: withKey }) });
    const file = open(key);
    const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => noon });
    await sequencer.execute(founding);
    await sequencer.execute(send('suppliers/register', aSupplier('Hemlighet AB')));
    file.close();

    expect(readFileSync(join(folder.path, 'workspace.db')).includes('Hemlighet')).toBe(false);
    expect(() => open()).toThrow();
    expect(() => open('00'.repeat(32))).toThrow();
    const again = open(key);
    expect(again.reader.prepare('SELECT name FROM suppliers').all()).toEqual([{ name: 'Hemlighet AB' }]);
    again.close();
  });
});
