import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import type { Enrolment } from '../../src/main/engine/store/outbox-facts.ts';
import { type OutboxFile, openOutboxFile } from '../../src/main/engine/store/outbox-file.ts';
import { OutboxTooNew } from '../../src/main/engine/store/outbox-schema.ts';
import type { OutboxCommand } from '../../src/main/engine/sync/ports.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { StoreFailure } from '../../src/shared/run/store.ts';
import { anna } from '../make/invoices.ts';
import { aFolder } from '../make/workspace.ts';

const nowMs = Date.UTC(2026, 10, 22);
const dayMs = 86_400_000;
const openIn = (folder: string, options: { maxPages?: number; clock?: () => number } = {}): Promise<OutboxFile> =>
  openOutboxFile({ folder, driver: { open: Database }, clock: () => nowMs, ...options });

const aCommand = (n: number, changes: Partial<OutboxCommand> = {}): OutboxCommand => ({
  n,
  id: asId<'command'>(uuid()),
  name: 'supplier-invoices/park',
  version: 1,
  input: { note: `anteckning ${n} ${'x'.repeat(200)}` },
  actor: anna,
  leaseToken: null,
  issuedAtMs: nowMs,
  touches: [{ entity: 'supplierInvoice', id: `rad ${n}` }],
  cites: [],
  dseq: n,
  decided: null,
  keptWork: null,
  dealtWith: false,
  ...changes,
});
const enrolment: Enrolment = {
  server: 'http://127.0.0.1:1',
  device: uuid(),
  token: 't'.repeat(40),
  deviceName: 'Disk 1',
  founds: false,
  state: 'joined',
};

test('what was kept is there after the next start, and an answer stays what it was', async () => {
  using folder = aFolder();
  const commands = [1, 2, 3].map((n) => aCommand(n));
  const [first, second, third] = commands;
  const accepted = { outcome: { kind: 'accepted', changes: [] }, seqLast: 7 } as const;
  {
    const outbox = await openIn(folder.path);
    outbox.facts.keepEnrolment(enrolment);
    await outbox.commands.keep(commands);
    if (second !== undefined) await outbox.commands.keep([{ ...second, decided: accepted }]);
    await outbox.commands.keepHeld('a'.repeat(64), true);
    outbox.close();
  }
  const outbox = await openIn(folder.path);
  expect(outbox.facts.enrolment()).toEqual(enrolment);
  const { commands: loaded, lastN, lastDseq, held } = await outbox.commands.load(7);
  expect(loaded).toEqual([first, third]);
  expect([lastN, lastDseq, [...held]]).toEqual([3, 3, ['a'.repeat(64)]]);
  expect((await outbox.commands.load(6)).commands).toHaveLength(3); // its effect has not come down yet
  expect(outbox.commands.find(second?.id ?? asId('x'))?.decided).toEqual(accepted);
  outbox.close();
});

test('answered commands are pruned after 35 days, the last number is not', async () => {
  using folder = aFolder();
  const accepted = { outcome: { kind: 'accepted', changes: [] }, seqLast: 7 } as const;
  const refused = { outcome: { kind: 'rejected', error: { code: 'stale' } }, seqLast: 8 } as const;
  const outbox = await openIn(folder.path);
  outbox.facts.keepEnrolment(enrolment);
  await outbox.commands.keep([
    aCommand(1, { decided: accepted }),
    aCommand(2, { decided: refused }),
    aCommand(3),
    aCommand(4, { decided: accepted }),
  ]);
  outbox.close();
  const kept = async (clock: () => number): Promise<number[]> => {
    const later = await openIn(folder.path, { clock });
    const { commands, lastN, lastDseq } = await later.commands.load(0);
    expect([lastN, lastDseq]).toEqual([4, 4]);
    later.close();
    return commands.map(({ n }) => n);
  };
  expect(await kept(() => nowMs + 34 * dayMs)).toEqual([1, 2, 3, 4]);
  expect(await kept(() => nowMs + 36 * dayMs)).toEqual([2, 3, 4]);
});

test('an outbox of a newer program is refused, unharmed', async () => {
  using folder = aFolder();
  (await openIn(folder.path)).close();
  const path = join(folder.path, 'outbox.db');
  const newer = new Database(path);
  newer.pragma('user_version = 99');
  newer.close();
  const before = readFileSync(path);
  await expect(openIn(folder.path)).rejects.toThrow(OutboxTooNew);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('an encrypted outbox is not readable without its key', async () => {
  using folder = aFolder();
  const driver = { open: Encrypted, key: 'ab'.repeat(32) };
  const outbox = await openOutboxFile({ folder: folder.path, driver, clock: () => nowMs });
  await outbox.commands.keep([aCommand(1)]);
  outbox.close();
  expect(readFileSync(join(folder.path, 'outbox.db')).includes('anteckning')).toBe(false);
  const again = await openOutboxFile({ folder: folder.path, driver, clock: () => nowMs });
  expect((await again.commands.load(0)).commands).toHaveLength(1);
  again.close();
});

test('on a full disk nothing is kept, and what was kept before is whole', async () => {
  using folder = aFolder();
  const outbox = await openIn(folder.path, { maxPages: 60 });
  let kept = 0;
  const keepMany = async (): Promise<void> => {
    for (;;) {
      await outbox.commands.keep([aCommand(2 * kept + 1), aCommand(2 * kept + 2)]);
      kept += 1;
    }
  };
  const error = await keepMany().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreFailure);
  expect(error).toMatchObject({ code: 'disk-full' });
  expect((await outbox.commands.load(0)).commands).toHaveLength(2 * kept);
  outbox.close();
});

/** Fills part of a file with other bytes. */
function spoil(path: string, at: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, at);
  closeSync(file);
}

test.each([
  ['a page in the middle', (size: number) => Math.floor(size / 2 / 4096) * 4096, 4096],
  ['the first page', () => 0, 100],
] as const)('a damaged outbox is told of, kept, and what can be read of it goes on: %s', async (_, at, length) => {
  using folder = aFolder();
  const path = join(folder.path, 'outbox.db');
  const outbox = await openIn(folder.path);
  outbox.facts.keepEnrolment(enrolment);
  for (let n = 1; n <= 200; n += 1) await outbox.commands.keep([aCommand(n)]);
  outbox.close();
  spoil(path, at(statSync(path).size), length);

  const rescued = await openIn(folder.path);
  const { exportedTo, commands } = rescued.damage ?? { exportedTo: '', commands: -1 };
  const text = JSON.parse(readFileSync(exportedTo, 'utf8')) as { commands: OutboxCommand[] };
  expect(text.commands).toHaveLength(commands);
  expect(existsSync(join(folder.path, 'outbox-damaged-1.db'))).toBe(true);
  const loaded = (await rescued.commands.load(0)).commands;
  expect(loaded).toHaveLength(commands);
  expect(loaded.every(({ dseq }) => dseq === null)).toBe(true);
  if (length === 4096) {
    expect(commands).toBeGreaterThan(100);
    expect(rescued.facts.enrolment()).toEqual({ ...enrolment, state: 'lapsed' });
  }
  rescued.close();
  expect((await openIn(folder.path)).damage).toBeUndefined();
});

test('a command whose bytes have changed is found, though the file is whole', async () => {
  using folder = aFolder();
  const outbox = await openIn(folder.path);
  await outbox.commands.keep([aCommand(1), aCommand(2)]);
  outbox.close();
  const changed = new Database(join(folder.path, 'outbox.db'));
  changed.exec("UPDATE commands SET input = replace(input, 'anteckning 1', 'anteckning 7')");
  changed.close();
  const rescued = await openIn(folder.path);
  expect(rescued.damage?.commands).toBe(1);
  expect((await rescued.commands.load(0)).commands.map(({ n }) => n)).toEqual([2]);
  rescued.close();
});
