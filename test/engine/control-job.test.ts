import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suppliersAfter } from '../../src/main/engine/queries/suppliers-after.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { startControlJob } from '../../src/main/engine/supplier-control/control-job.ts';
import { openControlNotes } from '../../src/main/engine/supplier-control/control-notes.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import type { ServiceSettings } from '../../src/shared/contract/control-service.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import { aControlService, answer } from '../make/control-service.ts';
import { anna, bo, exempelbolaget } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

/** The steady job that asks a control service: over HTTP and files, through faults, crashes and days. */

const knows = { '5566778899': { debts: ['remark', 'Skuld 12 000 kr'] as const } };
const hours = 3_600_000;
const days = 24 * hours;
/** A Monday in November, a quarter past five in the morning in Sweden. */
const early = Date.UTC(2026, 10, 23, 4, 15);
const workspaceKey = '0f'.repeat(32);

async function aSeat(folder: string, { key = workspaceKey }: { readonly key?: string | null } = {}) {
  const file = aWorkspaceFile();
  let now = early;
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => now });
  const store = sqliteStore(file.reader);
  const tell = async (actor: PersonId, name: string, input: object) => {
    const id = asId<'command'>(uuid());
    const envelope = { id, name, input, actor, version: 1, device: 'this', dseq: null, leaseToken: null, issuedAtMs: now };
    return (await sequencer.execute(envelope)).outcome;
  };
  const who = (id: PersonId, name: string, role: string, human = true) => ({
    ...{ id, name, initials: name.slice(0, 2), human, grants: [{ id: uuid(), role }] },
  });
  const people = [
    who(anna, 'Anna Berg', 'register-keeper'),
    who(bo, 'Bo Lind', 'administrator'),
    who(program, 'Fakturist', 'program', false),
  ];
  await tell(anna, 'access/found-workspace', { people });
  const empty = { vatNumber: null, street: null, postcode: null, city: null, paymentNumbers: [] };
  const register = (supplierId: string, name: string, organisationNumber: string | null) =>
    tell(anna, 'suppliers/register', { supplierId, name, organisationNumber, ...empty });
  await register(exempelbolaget.id, exempelbolaget.name, '5566778899');
  await register(uuid(), 'Ärliga AB', '5560000175');
  const open = async () =>
    startControlJob({
      ...{ store, clock: () => now, notes: await openControlNotes(folder), workspaceKey: key ?? undefined, isReady: () => true },
      ...{ changed: () => {}, everyMs: 1e9, suppliersAfter: suppliersAfter(file.reader, store) },
      report: async (input) => ({ ok: (await tell(program, 'supplier-control/report-verdicts', input)).kind === 'accepted' }),
    });
  let job = await open();
  return {
    ...{ store, register, tell },
    job: () => job,
    restart: async () => {
      await job.stop();
      job = await open();
    },
    later: (ms: number) => {
      now += ms;
    },
    verdicts: async () => (await store.find('controlVerdict', 'bySupplier', [exempelbolaget.id])).length,
    [Symbol.asyncDispose]: async () => {
      await job.stop();
      file[Symbol.dispose]();
    },
  };
}

const settings = (way: ServiceSettings['way'], more: Partial<ServiceSettings> = {}): ServiceSettings => ({
  ...{ isOn: true, source: 'Tjänsten', way, dailyAt: '06:00', fTaxDays: 30, checkDays: 90 },
  ...more,
});

describe('over HTTP', () => {
  test('the round is done once a day, from its time on, and the answers are taken in as the program', async () => {
    using folder = aFolder();
    await using service = await aControlService(knows);
    await using seat = await aSeat(folder.path);
    await seat.job().save(settings({ kind: 'http', address: service.address }), service.token);
    expect(await seat.job().work()).toMatchObject({ key: 'kept', lastSentMs: null, finishedOn: null });
    expect(service.requests()).toBe(0); // it is not six yet
    seat.later(hours);
    expect(await seat.job().work()).toMatchObject({
      ...{ finishedOn: '2026-11-23', waiting: { batches: 0, suppliers: 0 }, fault: null, isWorking: false },
      ...{ lastSentMs: early + hours, lastReceivedMs: early + hours },
    });
    expect(await seat.verdicts()).toBe(9);
    expect(await seat.store.find('controlFinding', 'bySupplier', [exempelbolaget.id])).toMatchObject([{ about: 'debts' }]);
    const requests = service.requests();
    await seat.job().work();
    expect(service.requests()).toBe(requests); // once a day
    seat.later(days);
    await seat.job().work();
    expect(service.requests()).toBe(requests); // and nobody has gone stale
    seat.later(31 * days);
    await seat.job().work();
    const [, again] = [...service.batches.values()];
    expect(again?.suppliers.map(({ checks }) => checks)).toEqual([['f-tax'], ['f-tax']]);
  });

  test('settings may ask more often than the controls need, and never more seldom', async () => {
    using folder = aFolder();
    await using service = await aControlService({});
    await using seat = await aSeat(folder.path);
    await seat.job().save(settings({ kind: 'http', address: service.address }, { fTaxDays: 5, dailyAt: '00:00' }), service.token);
    await seat.job().work();
    seat.later(6 * days);
    await seat.job().work();
    expect([...service.batches.values()].map(({ suppliers }) => suppliers[0]?.checks.length)).toEqual([9, 1]);
  });

  test.each([
    ['failing', 'failing'],
    ['garbage', 'garbage'],
    ['cut-off', 'half-answer'],
    ['too-few', 'half-answer'],
  ] as const)(
    'a service that answers %s is left in peace and asked again; nothing is lost',
    async (manner, fault) => {
      using folder = aFolder();
      await using service = await aControlService(knows);
      await using seat = await aSeat(folder.path);
      await seat.job().save(settings({ kind: 'http', address: service.address }), service.token);
      seat.later(hours);
      service.be(manner);
      expect(await seat.job().work()).toMatchObject({
        fault: { code: fault, atMs: early + hours },
        waiting: { batches: 1, suppliers: 2 },
      });
      expect(await seat.verdicts()).toBe(0);
      service.be('well');
      const requests = service.requests();
      await seat.job().work();
      expect(service.requests()).toBe(requests); // in peace
      await seat.restart(); // nothing of it is in memory only
      seat.later(16 * 60_000);
      expect(await seat.job().work()).toMatchObject({ fault: null, waiting: { batches: 0 }, finishedOn: '2026-11-23' });
      expect(await seat.verdicts()).toBe(9);
      expect(service.batches.size).toBe(1); // the same question
    },
    60_000,
  );

  test('an answer that has not come is fetched later; a question is not asked twice meanwhile', async () => {
    using folder = aFolder();
    await using service = await aControlService({});
    await using seat = await aSeat(folder.path);
    await seat.job().save(settings({ kind: 'http', address: service.address }), service.token);
    service.be('working');
    await seat.job().work({ now: true });
    seat.later(days);
    await seat.job().work({ now: true });
    expect(seat.job().status()).toMatchObject({ fault: null, waiting: { batches: 1, suppliers: 2 } });
    expect(service.batches.size).toBe(1);
    service.be('well');
    await seat.restart();
    expect(await seat.job().work()).toMatchObject({ waiting: { batches: 0 } });
    expect(await seat.verdicts()).toBe(9);
  });

  test('a question without an answer for thirty days is given up, said, and asked anew', async () => {
    using folder = aFolder();
    await using service = await aControlService({});
    await using seat = await aSeat(folder.path);
    await seat.job().save(settings({ kind: 'http', address: service.address }), service.token);
    service.be('working');
    await seat.job().work({ now: true });
    seat.later(31 * days);
    expect(await seat.job().work({ now: true })).toMatchObject({ fault: { code: 'no-answer' }, waiting: { batches: 1 } });
    expect(service.batches.size).toBe(2);
    service.be('well');
    seat.later(hours);
    expect(await seat.job().work({ now: true })).toMatchObject({ fault: null, waiting: { batches: 0 } });
  });

  test('the key lies sealed under the workspace’s own; without a key store it is kept in memory only', async () => {
    using folder = aFolder();
    await using service = await aControlService({});
    {
      await using seat = await aSeat(folder.path);
      await seat.job().save(settings({ kind: 'http', address: service.address }), service.token);
      const onDisk = readFileSync(join(folder.path, 'control-service.json'), 'utf8');
      expect(onDisk).not.toContain(service.token);
      await seat.restart();
      expect(await seat.job().work({ now: true })).toMatchObject({ key: 'kept', fault: null });
    }
    {
      await using elsewhere = await aSeat(folder.path, { key: 'ab'.repeat(32) });
      elsewhere.later(days);
      expect(await elsewhere.job().work({ now: true })).toMatchObject({ key: 'missing', fault: { code: 'key-missing' } });
    }
    using other = aFolder();
    await using bare = await aSeat(other.path, { key: null });
    await bare.job().save(settings({ kind: 'http', address: service.address }), service.token);
    expect(await bare.job().work({ now: true })).toMatchObject({ key: 'memory', fault: null });
    await bare.restart();
    expect(bare.job().status()).toMatchObject({ key: 'missing' });
  });

  test('an address without TLS is refused when it is saved, and nothing goes out while it is off', async () => {
    using folder = aFolder();
    await using seat = await aSeat(folder.path);
    await expect(seat.job().save(settings({ kind: 'http', address: 'http://example.com' }), 'x')).rejects.toMatchObject({
      code: 'malformed',
    });
    await using service = await aControlService({});
    await seat.job().save(settings({ kind: 'http', address: service.address }, { isOn: false }), service.token);
    await seat.job().work({ now: true });
    expect(service.requests()).toBe(0);
  });
});

describe('over files', () => {
  test('questions lie in one folder and answers in another; a broken folder is said', async () => {
    using folder = aFolder();
    await using seat = await aSeat(folder.path);
    const exchange = join(folder.path, 'utbyte');
    await seat.job().save(settings({ kind: 'folder', folder: exchange }), null);
    expect(await seat.job().work({ now: true })).toMatchObject({ key: 'not-needed', waiting: { batches: 1, suppliers: 2 } });
    const [question = ''] = readdirSync(join(exchange, 'to-service'));
    const request = JSON.parse(readFileSync(join(exchange, 'to-service', question), 'utf8'));
    expect(request.suppliers.map(({ name }: { name: string }) => name)).toEqual(['Exempelbolaget AB', 'Ärliga AB']);
    const half = answer(request, 'well', knows);
    writeFileSync(join(exchange, 'from-service', question), half.slice(0, 200));
    expect(await seat.job().work({ now: true })).toMatchObject({ fault: { code: 'half-answer' } });
    writeFileSync(join(exchange, 'from-service', question), half);
    expect(await seat.job().work({ now: true })).toMatchObject({ fault: null, waiting: { batches: 0 } });
    expect(await seat.verdicts()).toBe(9);

    const blocked = join(folder.path, 'en-fil');
    writeFileSync(blocked, '');
    await seat.job().save(settings({ kind: 'folder', folder: blocked }), null);
    seat.later(100 * days);
    expect(await seat.job().work({ now: true })).toMatchObject({ fault: { code: 'unreachable' } });
  });

  test('nobody whose identity is protected is asked about, nor who has ended; no names lie beside the database', async () => {
    using folder = aFolder();
    await using seat = await aSeat(folder.path);
    const gone = uuid();
    await seat.register(gone, 'Borta AB', null);
    expect(await seat.tell(anna, 'suppliers/end', { supplierId: gone, endedOn: '2026-11-01' })).toMatchObject({
      kind: 'accepted',
    });
    const protect = { supplierId: exempelbolaget.id, facts: {}, protect: true };
    expect(await seat.tell(anna, 'suppliers/change-facts', protect)).toMatchObject({ kind: 'accepted' });
    await seat.job().save(settings({ kind: 'folder', folder: join(folder.path, 'utbyte') }), null);
    await seat.job().work({ now: true });
    const [question = ''] = readdirSync(join(folder.path, 'utbyte', 'to-service'));
    const request = JSON.parse(readFileSync(join(folder.path, 'utbyte', 'to-service', question), 'utf8'));
    expect(request.suppliers.map(({ name }: { name: string }) => name)).toEqual(['Ärliga AB']);
    expect(readFileSync(join(folder.path, 'control-service.json'), 'utf8')).not.toContain('Ärliga');
  });
});
