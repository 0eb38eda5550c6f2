import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareQueries } from '../../src/main/engine/queries/prepare-queries.ts';
import { suppliersAfter } from '../../src/main/engine/queries/suppliers-after.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { nextBatch, receiveBatch, sendBatch } from '../../src/main/engine/supplier-control/ask-service.ts';
import { folderControlService } from '../../src/main/engine/supplier-control/folder-service.ts';
import { httpControlService } from '../../src/main/engine/supplier-control/http-service.ts';
import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import type { ControlCheck } from '../../src/shared/domain/supplier-control/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import { aControlService, answer, type Manner } from '../make/control-service.ts';
import { anna, aVerifiedInvoice, bo, cecilia, exempelbolaget, theirBankgiro } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

/** Controls of suppliers with real tables, the real commands and a service that really listens. */

const asked: readonly ControlCheck[] = ['f-tax', 'status', 'debts'];
const knows = { '5566778899': { debts: ['remark', 'Skuld 12 000 kr'] as const } };
const other = asId<'supplier'>('0190bbbb-0000-7000-8000-000000000002');

async function aWorkspace() {
  const file = aWorkspaceFile();
  let now = Date.UTC(2026, 10, 22, 11);
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => now });
  const store = sqliteStore(file.reader);
  const tell = async (actor: PersonId, name: string, input: object) => {
    const id = asId<'command'>(uuid());
    const envelope = { id, name, input, actor, version: 1, device: 'this', dseq: null, leaseToken: null, issuedAtMs: now };
    return (await sequencer.execute(envelope)).outcome;
  };
  const who = (id: PersonId, name: string, role: string, human = true) => ({
    ...{ id, name, initials: name.slice(0, 2), human },
    grants: [{ id: uuid(), role }],
  });
  await tell(anna, 'access/found-workspace', {
    people: [
      who(anna, 'Anna Berg', 'register-keeper'),
      who(bo, 'Bo Lind', 'administrator'),
      who(cecilia, 'Cecilia Ek', 'approver'),
      who(program, 'Fakturist', 'program', false),
    ],
  });
  const empty = { vatNumber: null, street: null, postcode: null, city: null, paymentNumbers: [] };
  for (const [supplierId, name, organisationNumber] of [
    [exempelbolaget.id, exempelbolaget.name, '5566778899'],
    [other, 'Ärliga AB', '5560000175'],
  ])
    expect(await tell(anna, 'suppliers/register', { supplierId, name, organisationNumber, ...empty })).toMatchObject(accepted);
  const today = () => dayInSweden(now);
  const parts = {
    ...{ store, today, suppliersAfter: suppliersAfter(file.reader, store) },
    report: async (input: object) => ({
      ok: (await tell(program, 'supplier-control/report-verdicts', input)).kind === 'accepted',
    }),
  };
  const queries = prepareQueries({ reader: file.reader, store });
  const inbox = (folder: 'due' | 'snoozed' | 'shared' | 'completed') =>
    queries.controlInbox({ folder, after: null, limit: 10 }, today()).rows;
  return {
    ...{ file, store, tell, parts, queries, inbox, today },
    later: (days: number) => {
      now += days * 86_400_000;
    },
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}
const accepted = { kind: 'accepted' };
const at = (service: { readonly address: string; readonly token: string }, more: object = {}) =>
  httpControlService({ source: 'Tjänsten', patienceMs: 300, wait: async () => {}, ...service, ...more });

async function theBatch(seat: Awaited<ReturnType<typeof aWorkspace>>) {
  const next = await nextBatch(seat.parts, asked, '');
  if (next === null) throw new Error('somebody is to be asked about');
  return next.batch;
}

describe('a control service over HTTP', () => {
  test('is asked about suppliers, and what it remarks on waits in the inbox until it is handled', async () => {
    using seat = await aWorkspace();
    await using service = await aControlService(knows);
    const batch = await theBatch(seat);
    expect(batch.suppliers.map(({ name, checks }) => [name, checks])).toEqual([
      ['Exempelbolaget AB', asked],
      ['Ärliga AB', asked],
    ]);
    expect(await sendBatch(at(service), batch)).toEqual({ kind: 'sent' });
    expect(await receiveBatch(seat.parts, at(service), batch)).toEqual({ kind: 'taken', verdicts: 6, ignored: 0, unanswered: 0 });
    const [finding] = seat.inbox('due');
    expect(finding).toMatchObject({
      supplierName: 'Exempelbolaget AB',
      about: 'debts',
      note: 'Skuld 12 000 kr',
      severity: 'warning',
    });
    expect(await nextBatch(seat.parts, asked, '')).toBeNull(); // all are fresh

    const findingId = finding?.id;
    expect(await seat.tell(anna, 'supplier-control/comment', { findingId, text: 'Ringt dem' })).toMatchObject(accepted);
    expect(await seat.tell(anna, 'supplier-control/share', { findingId, personId: bo, text: 'Se på den' })).toMatchObject(
      accepted,
    );
    expect(seat.inbox('due')).toMatchObject([
      { state: 'shared', sharedWithName: 'Bo Lind', notes: [{ byName: 'Anna Berg' }, {}] },
    ]);
    expect(seat.inbox('shared')).toMatchObject([{ id: findingId }]); // it waits there too, for its colleague
    expect(await seat.tell(anna, 'supplier-control/snooze', { findingId, days: 30, reason: 'Väntar' })).toMatchObject(accepted);
    expect([seat.inbox('due'), seat.inbox('shared'), seat.inbox('snoozed')]).toMatchObject([
      [],
      [],
      [{ untilDay: addDays(seat.today(), 30), reason: 'Väntar' }],
    ]);
    expect(await seat.tell(anna, 'supplier-control/wake', { findingId })).toMatchObject(accepted);
    expect(await seat.tell(anna, 'supplier-control/snooze', { findingId, days: 30, reason: 'Väntar' })).toMatchObject(accepted);
    seat.later(30);
    expect(seat.inbox('due')).toMatchObject([{ state: 'snoozed' }]); // the day has come
    expect(await seat.tell(anna, 'supplier-control/complete', { findingId, outcome: 'handled', text: 'Betalt' })).toMatchObject(
      accepted,
    );
    expect([seat.inbox('due'), seat.inbox('completed')]).toMatchObject([[], [{ outcome: 'handled' }]]);
    expect(await seat.tell(bo, 'supplier-control/wake', { findingId })).toMatchObject({ error: { code: 'forbidden' } });
  });

  test('is asked again when its answers have grown old, each check by its own age', async () => {
    using seat = await aWorkspace();
    await using service = await aControlService({});
    const batch = await theBatch(seat);
    await sendBatch(at(service), batch);
    await receiveBatch(seat.parts, at(service), batch);
    seat.later(31);
    expect((await theBatch(seat)).suppliers.map(({ checks }) => checks)).toEqual([['f-tax'], ['f-tax']]);
    seat.later(60);
    expect((await theBatch(seat)).suppliers[0]?.checks).toEqual(asked);
    const { verdicts } = await seat.queries.supplierControls(exempelbolaget.id, 10, seat.today());
    expect(verdicts.map(({ isStale }) => isStale)).toEqual([true, true, true]);
  });

  test.each([
    ['slow', { kind: 'failed', code: 'unreachable' }],
    ['failing', { kind: 'failed', code: 'failing' }],
    ['garbage', { kind: 'failed', code: 'garbage' }],
    ['cut-off', { kind: 'failed', code: 'half-answer' }],
    ['too-few', { kind: 'failed', code: 'half-answer' }],
    ['mixed-up', { kind: 'failed', code: 'garbage' }],
    ['working', { kind: 'waiting' }],
    ['failing-twice', { kind: 'taken', verdicts: 6, ignored: 0, unanswered: 0 }],
    ['talkative', { kind: 'taken', verdicts: 6, ignored: 4, unanswered: 0 }],
  ] as const satisfies readonly (readonly [Manner, object])[])(
    'one that is %s: %o, and well again it is taken whole',
    async (manner, outcome) => {
      using seat = await aWorkspace();
      await using service = await aControlService(knows);
      const batch = await theBatch(seat);
      await sendBatch(at(service), batch);
      service.be(manner);
      expect(await receiveBatch(seat.parts, at(service), batch)).toEqual(outcome);
      if (outcome.kind !== 'taken')
        expect(await seat.store.find('controlVerdict', 'bySupplier', [exempelbolaget.id])).toEqual([]);
      service.be('well');
      expect(await receiveBatch(seat.parts, at(service), batch)).toMatchObject({ kind: 'taken', verdicts: 6 });
      expect(await receiveBatch(seat.parts, at(service), batch)).toMatchObject({ kind: 'taken', verdicts: 6 }); // twice changes nothing
      expect(await seat.store.find('controlVerdict', 'bySupplier', [exempelbolaget.id])).toMatchObject([
        { rev: 1 },
        { rev: 1 },
        { rev: 1 },
      ]);
      expect(seat.inbox('due')).toHaveLength(1);
    },
  );

  test('one that is gone, or that does not know us, says so; a far one without encryption is never asked', async () => {
    using seat = await aWorkspace();
    const batch = await theBatch(seat);
    const gone = { address: 'http://127.0.0.1:1/', token: '' };
    expect(await sendBatch(at(gone), batch)).toEqual({ kind: 'failed', code: 'unreachable' });
    await using service = await aControlService(knows);
    expect(await sendBatch(at({ ...service, token: 'fel' }), batch)).toEqual({ kind: 'failed', code: 'refused' });
    expect(service.requests()).toBe(1); // a refusal is not tried again
    expect(() => at({ address: 'http://tjansten.example/', token: '' })).toThrow(/https/);
  });
});

describe('a control service over files', () => {
  test('is asked by a whole file, and its answer is taken when it is whole', async () => {
    using seat = await aWorkspace();
    using folder = aFolder();
    const service = folderControlService({ source: 'Filer', folder: folder.path });
    const batch = await theBatch(seat);
    expect(await receiveBatch(seat.parts, service, batch)).toEqual({ kind: 'waiting' });
    expect(await sendBatch(service, batch)).toEqual({ kind: 'sent' });
    expect(readdirSync(join(folder.path, 'to-service'))).toEqual([`${batch.batchId}.json`]);
    const request = JSON.parse(readFileSync(join(folder.path, 'to-service', `${batch.batchId}.json`), 'utf8'));
    expect(request).toMatchObject({ form: 'fakturist-control-request', version: 1, count: 2 });
    const text = answer(request, 'well', knows);
    const path = join(folder.path, 'from-service', `${batch.batchId}.json`);
    writeFileSync(path, text.slice(0, text.length / 2));
    expect(await receiveBatch(seat.parts, service, batch)).toEqual({ kind: 'failed', code: 'half-answer' });
    writeFileSync(path, text);
    expect(await receiveBatch(seat.parts, service, batch)).toMatchObject({ kind: 'taken', verdicts: 6 });
    expect(seat.inbox('due')).toMatchObject([{ source: 'Filer' }]);
  });

  test('whose folder cannot be written to is out of reach', async () => {
    using seat = await aWorkspace();
    using folder = aFolder();
    mkdirSync(join(folder.path, 'x'));
    writeFileSync(join(folder.path, 'x', 'to-service'), 'a file stands where the folder should');
    const service = folderControlService({ source: 'Filer', folder: join(folder.path, 'x') });
    expect(await sendBatch(service, await theBatch(seat))).toEqual({ kind: 'failed', code: 'unreachable' });
  });
});

test('a warning list is taken in, found at the supplier, and never as half a file', async () => {
  using seat = await aWorkspace();
  const line = { id: uuid(), name: 'Bluff AB', organisationNumber: '556677-8899', bankgiro: null, plusgiro: null };
  const edition = { list: 'Varningslistan', source: 'Svensk Handel', asOf: '2026-11-01', lines: [line] };
  expect(await seat.tell(bo, 'supplier-control/import-warning-list', edition)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await seat.tell(anna, 'supplier-control/import-warning-list', edition)).toMatchObject(accepted);
  const { warnings } = await seat.queries.supplierControls(exempelbolaget.id, 10, seat.today());
  expect(warnings).toMatchObject([{ by: 'organisation-number', entry: { list: 'Varningslistan', source: 'Svensk Handel' } }]);
  expect(await seat.tell(anna, 'supplier-control/import-warning-list', { ...edition, lines: [] })).toMatchObject({
    error: { code: 'empty-list' },
  });
  const wrong = { ...edition, lines: [{ ...line, organisationNumber: '5566778898' }] };
  expect(await seat.tell(anna, 'supplier-control/import-warning-list', wrong)).toMatchObject({ error: { code: 'malformed' } });
});

test('what stops a payment is asked at approval, and stood by in the history', async () => {
  using seat = await aWorkspace();
  const line = { id: uuid(), name: 'Bluff AB', organisationNumber: null, bankgiro: '991-2346', plusgiro: null };
  const edition = { list: 'Varningslistan', source: 'Svensk Handel', asOf: '2026-11-01', lines: [line] };
  expect(await seat.tell(anna, 'supplier-control/import-warning-list', edition)).toMatchObject(accepted);
  const invoice = aVerifiedInvoice({ verifiedBy: anna });
  await sqliteLogStore(seat.file.writer).transaction(async (transaction) => {
    await transaction.put('paymentNumber', theirBankgiro);
    await transaction.put('supplierInvoice', { ...invoice, rev: 1 });
  });
  const stop = { code: 'on-warning-list', severity: 'stop', detail: { by: 'payment-number', name: 'Bluff AB' } };
  expect(await seat.queries.invoiceControls(invoice.id, seat.today())).toMatchObject({
    payment: [stop, { code: 'f-tax-unknown' }],
    plausibility: [],
    ...{ holds: [], blockedFor: null },
  });
  const approve = (input: object) => seat.tell(cecilia, 'supplier-invoices/approve', { invoiceId: invoice.id, ...input });
  expect(await approve({})).toMatchObject({ kind: 'rejected', error: { code: 'controls-unseen', remarks: ['on-warning-list'] } });
  expect(await approve({ seen: ['on-warning-list'] })).toMatchObject(accepted);
  expect(await seat.store.find('event', 'bySubjectActorAndType', [invoice.id, cecilia, 'invoice-approved'])).toMatchObject([
    { event: { despite: ['on-warning-list'] } },
  ]);
});
