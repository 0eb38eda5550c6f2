import { describe, expect, test } from 'vitest';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { Role } from '../../src/shared/domain/access/index.ts';
import { liveKey } from '../../src/shared/domain/supplier-invoices/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Outcome } from '../../src/shared/run/store.ts';
import { aField, anna, aProposal, bo, cecilia, exempelbolaget, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** Rules that read more than their own row, on real tables: what they are told decides as much as what they say. */

const noon = Date.UTC(2026, 10, 22, 11);
const dina = asId<'person'>('0190aaaa-0000-7000-8000-000000000004');
const erik = asId<'person'>('0190aaaa-0000-7000-8000-000000000005');

type Held = { readonly role: Role; readonly within?: string };
const who = (id: PersonId, name: string, grants: readonly Held[]) => ({
  id,
  name,
  initials: name.slice(0, 2),
  human: true,
  grants: grants.map((grant) => ({ id: uuid(), ...grant })),
});

/** Anna and Bo verify everywhere, Cecilia approves and verifies, Dina verifies in unit 2 only. */
async function aWorkspace() {
  const file = aWorkspaceFile();
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => noon });
  const store = sqliteStore(file.reader);
  const send = async (actor: PersonId, name: string, input: object, more: { version?: number } = {}) => {
    const id = asId<'command'>(uuid());
    const envelope = { id, name, input, actor, version: more.version ?? 2, device: 'this', dseq: null, leaseToken: null };
    return { id, outcome: (await sequencer.execute({ ...envelope, issuedAtMs: noon })).outcome };
  };
  const tell = async (...command: Parameters<typeof send>): Promise<Outcome> => (await send(...command)).outcome;
  await tell(anna, 'access/found-workspace', {
    people: [
      who(anna, 'Anna Berg', [{ role: 'administrator' }, { role: 'verification-clerk' }, { role: 'register-keeper' }]),
      who(bo, 'Bo Lind', [{ role: 'verification-clerk' }]),
      who(cecilia, 'Cecilia Ek', [{ role: 'approver' }, { role: 'verification-clerk' }]),
      who(dina, 'Dina Ek', [{ role: 'verification-clerk', within: '2' }]),
      who(erik, 'Erik Berg', [{ role: 'register-approver' }]),
      { ...who(programId, 'Fakturist', [{ role: 'program' }]), human: false },
    ],
  });
  const { pages: _, appendixPages: __, ...proposal } = aProposal();
  const numberId = uuid();
  await tell(anna, 'suppliers/register', {
    supplierId: exempelbolaget.id,
    name: exempelbolaget.name,
    organisationNumber: '5566778899',
    ...{ vatNumber: null, street: null, postcode: null, city: null },
    paymentNumbers: [{ id: numberId, kind: 'bankgiro', number: '991-2346' }],
  });
  await tell(anna, 'registers/note-call-back', { changeId: numberId, spokeWith: 'växeln', note: '', confirmed: true });
  await tell(erik, 'registers/decide-change', { changeId: numberId, refusal: null });

  /** An invoice that came in to a unit; its own file. */
  const anInvoice = async (unitId = '1', number = '10045') => {
    const fileId = asId<'sourceFile'>(uuid());
    const invoiceId = asId<'supplierInvoice'>(uuid());
    const file = {
      fileId,
      name: 'a.pdf',
      channel: 'dropped',
      sha256: fileId.replaceAll('-', '').repeat(2),
      sizeBytes: 1,
      unitId,
    };
    await tell(programId, 'intake/receive-file', file);
    const fields = someFields({ invoiceNumber: aField(number) });
    const registration = {
      ...{ invoiceId, fileId, fileIndex: 0, unitId, receivedAtMs: noon, pages: [], supplierId: exempelbolaget.id },
      proposal: { ...proposal, fields },
    };
    expect(await tell(programId, 'supplier-invoices/register', registration)).toMatchObject({ kind: 'accepted' });
    return { invoiceId, registration };
  };
  const verify = (actor: PersonId, invoiceId: string, changes: object = {}) =>
    tell(actor, 'supplier-invoices/verify', {
      ...{ invoiceId, acknowledged: ['same-invoice', 'looks-like-another'], values: null, despiteDuplicate: null },
      ...changes,
    });
  const correct = (actor: PersonId, invoiceId: string, value: string, seen: string | null) =>
    send(actor, 'supplier-invoices/correct-field', {
      ...{ invoiceId, field: 'buyerReference', value, raw: value, page: null, box: null },
      seen: { value: seen },
    });
  return { file, store, send, tell, anInvoice, verify, correct, [Symbol.dispose]: () => file[Symbol.dispose]() };
}
const programId = asId<'person'>('00000000-0000-7000-8000-000000000001');
const rejection = (code: string, more: object = {}) => ({ kind: 'rejected', error: { code, ...more } });
const accepted = { kind: 'accepted' };

describe('supplier-invoices/approve', () => {
  test('is for somebody who has had no hand in the invoice, also where it was taken back', async () => {
    using seat = await aWorkspace();
    const { invoiceId } = await seat.anInvoice();
    const { id: undoes } = await seat.correct(cecilia, invoiceId, 'Karin', null);
    await seat.tell(cecilia, 'supplier-invoices/undo', { invoiceId, undoes });
    expect(await seat.verify(bo, invoiceId)).toMatchObject(accepted);
    expect(JSON.stringify(await seat.store.get('supplierInvoice', invoiceId))).not.toContain(cecilia); // no trace in the row
    expect(await seat.tell(cecilia, 'supplier-invoices/approve', { invoiceId })).toEqual(rejection('four-eyes'));
    expect(await seat.tell(bo, 'supplier-invoices/approve', { invoiceId })).toMatchObject(rejection('forbidden'));

    const { invoiceId: other } = await seat.anInvoice('1', '77');
    expect(await seat.verify(bo, other)).toMatchObject(accepted);
    expect(await seat.tell(cecilia, 'supplier-invoices/approve', { invoiceId: other })).toMatchObject(accepted);
    expect(await seat.store.get('supplierInvoice', other)).toMatchObject({
      ...{ state: 'approved', verifiedBy: bo, approvedBy: cecilia, approvedAtMs: noon },
    });
  });
});

describe('the same invoice twice', () => {
  test('is stopped, is allowed for a reason, and a reason frees no third', async () => {
    using seat = await aWorkspace();
    const [first, second, third] = [await seat.anInvoice(), await seat.anInvoice('1', '10-045'), await seat.anInvoice()];
    expect(await seat.verify(anna, first.invoiceId)).toMatchObject(accepted);
    const stopped = rejection('duplicate-invoice', { existing: first.invoiceId, elsewhere: false });
    expect(await seat.verify(anna, second.invoiceId)).toEqual(stopped);
    const despiteDuplicate = { reason: 'Delleverans, enligt Karin.' };
    expect(await seat.verify(anna, second.invoiceId, { despiteDuplicate })).toMatchObject(accepted);
    expect(await seat.verify(anna, third.invoiceId)).toMatchObject(rejection('duplicate-invoice'));
    const rows = seat.file.reader.prepare('SELECT id, live_key FROM supplier_invoices ORDER BY id').all();
    expect(rows.filter((row) => (row as { live_key: string | null }).live_key !== null)).toHaveLength(1);
  });

  test('is found also where more look alike than are looked through', async () => {
    using seat = await aWorkspace();
    // Twenty-five with numbers that look the same fill what a lookup gives, before the one that is the same.
    const look = ['O', '0'];
    for (let place = 0; place < 25; place += 1)
      await seat.anInvoice(
        '1',
        `1${look[place % 2]}${look[(place >> 1) % 2]}${look[(place >> 2) % 2]}${look[(place >> 3) % 2]}O5`,
      );
    const live = await seat.anInvoice('1', '1000005');
    const again = await seat.anInvoice('1', '1000005');
    expect(await seat.verify(anna, live.invoiceId)).toMatchObject(accepted);
    expect(await seat.verify(anna, again.invoiceId)).toEqual(
      rejection('duplicate-invoice', { existing: live.invoiceId, elsewhere: false }),
    );
  });

  test('in a unit that one may not see: only that it is elsewhere is told', async () => {
    using seat = await aWorkspace();
    const [theirs, mine] = [await seat.anInvoice('1'), await seat.anInvoice('2')];
    const draft = await seat.verify(dina, mine.invoiceId, { acknowledged: [] });
    expect(draft).toMatchObject(accepted); // one that nobody has vouched for is not even told of
    const { invoiceId: second } = await seat.anInvoice('2', '88');
    await seat.anInvoice('1', '88');
    const { invoiceId: other } = await seat.anInvoice('1', '99');
    await seat.verify(anna, other);
    const { invoiceId: third } = await seat.anInvoice('2', '99');
    const answer = await seat.verify(dina, third, { acknowledged: [] });
    expect(answer).toEqual(rejection('duplicate-invoice', { existing: null, elsewhere: true }));
    expect(JSON.stringify(answer)).not.toContain(other);
    const command = 'supplier-invoices/set-aside-duplicate';
    expect(await seat.tell(dina, command, { invoiceId: second, duplicateOf: other })).toEqual(rejection('not-found'));
    expect(await seat.tell(anna, command, { invoiceId: second, duplicateOf: theirs.invoiceId })).toMatchObject(accepted);
  });

  test('the row says the same as the rule', async () => {
    using seat = await aWorkspace();
    const { invoiceId } = await seat.anInvoice();
    await seat.verify(anna, invoiceId);
    const row = await seat.store.get('supplierInvoice', invoiceId);
    const kept = seat.file.reader.prepare('SELECT live_key FROM supplier_invoices').pluck().get();
    expect(row !== undefined && liveKey(row)).toBe(kept);
    expect(kept).toBe(`${exempelbolaget.id}:10045`);
  });
});

test('supplier-invoices/register needs the file to be here', async () => {
  using seat = await aWorkspace();
  const { registration } = await seat.anInvoice();
  const input = { ...registration, invoiceId: uuid(), fileId: uuid() };
  expect(await seat.tell(programId, 'supplier-invoices/register', input)).toEqual(rejection('file-not-received'));
});

test('two who saw the same: the second is told what the first one wrote; version 1 did not say what it saw', async () => {
  using seat = await aWorkspace();
  const { invoiceId } = await seat.anInvoice();
  expect((await seat.correct(anna, invoiceId, 'Karin', null)).outcome).toMatchObject(accepted);
  expect((await seat.correct(bo, invoiceId, 'Kerstin', null)).outcome).toEqual(
    rejection('stale', { field: 'buyerReference', theirs: 'Karin', by: anna }),
  );
  const old = { invoiceId, field: 'buyerReference', value: 'Kerstin', raw: 'Kerstin', page: null, box: null };
  expect(await seat.tell(bo, 'supplier-invoices/correct-field', old, { version: 1 })).toMatchObject(accepted);
});

test('supplier-invoices/hand-over: the invoice and its lease leave one unit for the other, where work goes on', async () => {
  using seat = await aWorkspace();
  const { invoiceId } = await seat.anInvoice('1');
  expect(await seat.tell(dina, 'leases/take', { invoiceId, minutes: 15 })).toMatchObject(rejection('forbidden'));
  expect(await seat.tell(anna, 'leases/take', { invoiceId, minutes: 15 })).toMatchObject(accepted);
  expect((await seat.correct(bo, invoiceId, 'Karin', null)).outcome).toMatchObject(
    rejection('leased-by-other', { holder: anna }),
  );
  expect(await seat.tell(anna, 'supplier-invoices/hand-over', { invoiceId, unitId: '2', note: '' })).toMatchObject(accepted);
  const moves = seat.file.reader.prepare('SELECT entity, op, scope FROM entry WHERE row_id = ? ORDER BY seq').all(invoiceId);
  expect(moves.slice(-4)).toEqual([
    { entity: 'supplierInvoice', op: 'evict', scope: 'unit:1' },
    { entity: 'supplierInvoice', op: 'put', scope: 'unit:2' },
    { entity: 'lease', op: 'evict', scope: 'unit:1' },
    { entity: 'lease', op: 'put', scope: 'unit:2' },
  ]);
  expect(await seat.tell(dina, 'leases/take', { invoiceId, minutes: 15 })).toMatchObject(accepted);
  expect(await seat.store.get('lease', invoiceId)).toMatchObject({ holder: dina, token: 2, unitId: '2' });
  expect((await seat.correct(dina, invoiceId, 'Karin', null)).outcome).toMatchObject(accepted);
  expect(await seat.tell(dina, 'leases/give-back', { invoiceId })).toMatchObject(accepted);
});
