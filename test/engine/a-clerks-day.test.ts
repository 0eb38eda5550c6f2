import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import type { SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { Engine, InvoiceCard } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { fieldNames } from '../../src/shared/domain/invoice-fields/index.ts';
import { type FindingCode, needsPerson, type Queue, vouchedValues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { pdfText } from '../make/documents/pdf-text.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

async function cardOf(page: Engine, invoiceId: SupplierInvoiceId): Promise<InvoiceCard> {
  const card = await page.query('supplier-invoices/card', { invoiceId });
  assert(card !== null, 'there is a card');
  return card;
}

const firstInQueue = async (page: Engine, queue: Queue) =>
  (await page.query('queue/list', { queue, sort: 'received', descending: false, after: null, limit: 5 })).rows[0];

/** Confirms every field that needs a person, as Enter does. */
async function confirmAll(page: Engine, invoiceId: SupplierInvoiceId): Promise<void> {
  const { invoice } = await cardOf(page, invoiceId);
  for (const field of fieldNames.filter((name) => needsPerson(name, invoice.fields[name]))) {
    const { value, raw, page: at, box } = invoice.fields[field];
    const result = await page.execute('supplier-invoices/correct-field', {
      invoiceId,
      field,
      value,
      raw,
      page: at,
      box,
      seen: { value },
    });
    expect(result, field).toMatchObject({ ok: true });
  }
}

test('a page comes in, is corrected, verified, taken back, parked, verified again, and copied', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page } = seat;
  await sitDown(page);
  seat.startReader();

  // The register keeper knows the supplier.
  const supplierId = uuid();
  const registered = await page.execute('suppliers/register', {
    supplierId: supplierId as never,
    name: 'Exempelbolaget AB',
    organisationNumber: '556677-8899',
    vatNumber: null,
    street: null,
    postcode: null,
    city: null,
    paymentNumbers: [{ id: uuid() as never, kind: 'bankgiro', number: '991-2346' }],
  });
  expect(registered.ok).toBe(true);
  expect((await page.query('suppliers/list', { search: 'exempel', limit: 10 }))[0]).toMatchObject({
    name: 'Exempelbolaget AB',
    paymentNumbers: [], // where it is paid waits for a second person
  });
  expect(await page.query('register-changes/list', { folder: 'pending', limit: 10 })).toMatchObject([
    { supplierName: 'Exempelbolaget AB', requestedByName: 'Anna Berg', change: { wanted: { number: '9912346' } } },
  ]);
  expect(await page.query('suppliers/list', { search: '556677', limit: 10 })).toHaveLength(1);
  expect(await page.query('suppliers/list', { search: 'annan', limit: 10 })).toHaveLength(0);

  // A page comes in, and is tied to the supplier by its numbers.
  await page.task('intake/take-in', { name: 'faktura.pdf', bytes: await anInvoicePdf() });
  const row = await until(() => firstInQueue(page, 'to-verify'));
  const invoiceId = row.id;
  expect(row).toMatchObject({ supplierKnown: true, number: '10045', totalMinor: 125_000 });
  const { invoice } = await cardOf(page, invoiceId);
  expect(invoice.supplierId).toBe(supplierId);
  const words = await page.query('supplier-invoices/words', { wordsSha256: invoice.pages[0]?.wordsSha256 ?? '' });
  expect(words?.words.map(({ text }) => text)).toContain('10045');

  // The clerk types a wrong number, and takes it back.
  const wrong = await page.execute('supplier-invoices/correct-field', {
    invoiceId,
    field: 'invoiceNumber',
    value: '10054',
    raw: '10054',
    page: null,
    box: null,
    seen: { value: '10045' },
  });
  assert(wrong.ok, 'corrected');
  expect((await cardOf(page, invoiceId)).invoice.fields.invoiceNumber.value).toBe('10054');
  const [last] = await page.query('supplier-invoices/undoable', { limit: 10 });
  expect(last).toMatchObject({ commandId: wrong.value.commandId, invoiceId, supplierName: 'Exempelbolaget AB' });
  expect(await page.execute('supplier-invoices/undo', { invoiceId, undoes: wrong.value.commandId })).toMatchObject({ ok: true });
  expect((await cardOf(page, invoiceId)).invoice.fields.invoiceNumber.value).toBe('10045');
  expect(await page.query('supplier-invoices/undoable', { limit: 10 })).toEqual([]); // what was taken back is not offered again

  // Taken back once too often: the undoing is undone, and the step is offered again.
  const [undoing] = await page.query('supplier-invoices/history', { invoiceId, limit: 1 });
  assert(undoing !== undefined, 'there is a history');
  expect(await page.execute('supplier-invoices/undo', { invoiceId, undoes: undoing.commandId })).toMatchObject({ ok: true });
  expect((await cardOf(page, invoiceId)).invoice.fields.invoiceNumber.value).toBe('10054');
  expect((await page.query('supplier-invoices/undoable', { limit: 10 })).map(({ commandId }) => commandId)).toEqual([
    wrong.value.commandId,
  ]);
  expect(await page.execute('supplier-invoices/undo', { invoiceId, undoes: wrong.value.commandId })).toMatchObject({ ok: true });

  // All that is in doubt is confirmed; then it is verified, which can be recalled.
  await confirmAll(page, invoiceId);
  const { findings } = await cardOf(page, invoiceId);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const acknowledged = findings.map(({ code }) => code);
  const vouching = { invoiceId, acknowledged, values: null, despiteDuplicate: null };
  const verified = await page.execute('supplier-invoices/verify', vouching);
  assert(verified.ok, 'verified');
  expect((await firstInQueue(page, 'verified'))?.id).toBe(invoiceId);
  expect(await page.execute('supplier-invoices/undo', { invoiceId, undoes: verified.value.commandId })).toMatchObject({
    ok: true,
  });
  expect((await firstInQueue(page, 'to-verify'))?.id).toBe(invoiceId);

  // Parked and taken back, then verified for good.
  expect(
    await page.execute('supplier-invoices/park', { invoiceId, reason: 'waits-for-buyer', note: 'frågar Karin', returnsOn: null }),
  ).toMatchObject({ ok: true });
  expect((await firstInQueue(page, 'parked'))?.id).toBe(invoiceId);
  expect(await page.execute('supplier-invoices/verify', vouching)).toMatchObject({
    ok: false,
    error: { code: 'wrong-state' },
  });
  expect(await page.execute('supplier-invoices/resume', { invoiceId })).toMatchObject({ ok: true });
  expect(await page.execute('supplier-invoices/verify', vouching)).toMatchObject({ ok: true });

  // Someone asks for a copy.
  const copy = await page.task('supplier-invoices/make-copy', { invoiceId });
  expect(copy).toMatchObject({ fileName: 'Fakturakopia Exempelbolaget AB 10045.pdf', pageCount: 2 });
  const bytes = readFileSync(join(folder.path, 'blobs', copy.sha256.slice(0, 2), copy.sha256));
  const pdf = await PDFDocument.load(bytes);
  expect(pdf.getPageCount()).toBe(2);
  expect(pdf.getTitle()).toBe('Fakturakopia 10045');

  // Something turns out to be wrong with it, and the supplier is written to.
  const letterTo = (language: 'sv' | 'en') => page.task('supplier-invoices/make-fault-letter', { invoiceId, language });
  await expect(letterTo('sv')).rejects.toMatchObject({ code: 'not-found' });
  const wrongVat = { reason: 'wrong-vat', note: 'Ska vara 12 %.', field: 'vatMinor' } as const;
  const disputed = { isDisputed: true, outcome: 'stays', returnsOn: null } as const;
  expect(await page.execute('supplier-invoices/report-fault', { invoiceId, ...wrongVat, ...disputed })).toMatchObject({
    ok: true,
  });
  const letter = await letterTo('sv');
  expect(letter).toMatchObject({ fileName: 'Brev Exempelbolaget AB 10045.pdf', pageCount: 1 });
  const written = await pdfText(readFileSync(join(folder.path, 'blobs', letter.sha256.slice(0, 2), letter.sha256)));
  expect(written).toContain('Momsen stämmer inte.');
  expect(written).toContain('Ska vara 12 %.');
  expect(written).toContain('Vi bestrider fakturan.');
  expect(await letterTo('en')).toMatchObject({ fileName: 'Letter Exempelbolaget AB 10045.pdf' });
  expect(await page.execute('supplier-invoices/settle-fault', { invoiceId, reason: 'ny faktura kom' })).toMatchObject({
    ok: true,
  });
  expect(await page.execute('supplier-invoices/write-note', { invoiceId, text: 'Klart med Karin' })).toMatchObject({ ok: true });

  // The history tells all of it, newest first, by name.
  const history = await page.query('supplier-invoices/history', { invoiceId, limit: 100 });
  const told = history.map(({ event }) => event.type).filter((type) => type !== 'field-corrected');
  expect(told).toEqual([
    'note-written',
    'fault-noted',
    'letter-made',
    'letter-made',
    'fault-noted',
    'copy-made',
    'invoice-verified',
    'invoice-resumed',
    'invoice-parked',
    'verification-recalled',
    'invoice-verified',
    'invoice-registered',
  ]);
  expect(history.at(0)?.actorName).toBe('Anna Berg');
  expect(history.at(-1)?.actorName).toBe('Fakturist');
});

test('the same invoice on two pages: once the first is verified the second is stopped, with the first one named', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page } = seat;
  await sitDown(page);
  seat.startReader();
  await page.task('intake/take-in', { name: 'a.pdf', bytes: await anInvoicePdf() });
  await page.task('intake/take-in', { name: 'b.pdf', bytes: await anInvoicePdf({ subject: 'again' }) });
  const rows = await until(async () => {
    const found = await page.query('queue/list', { queue: 'to-verify', sort: 'number', descending: true, after: null, limit: 5 });
    return found.rows.length === 2 && found.rows;
  });
  const [first, second] = rows;
  assert(first !== undefined && second !== undefined, 'two of them');
  await confirmAll(page, first.id);
  await confirmAll(page, second.id);
  const vouch = async (invoiceId: SupplierInvoiceId, acknowledged: readonly FindingCode[], reason?: string) => {
    const values = vouchedValues((await cardOf(page, invoiceId)).invoice);
    const despiteDuplicate = reason === undefined ? null : { reason };
    return page.execute('supplier-invoices/verify', { invoiceId, acknowledged, values, despiteDuplicate });
  };
  // While nobody has vouched for either, each is asked about.
  expect(await vouch(first.id, ['supplier-unknown', 'giro-could-be-either'])).toMatchObject({
    error: { findings: ['same-invoice'] },
  });
  expect(await vouch(first.id, ['supplier-unknown', 'giro-could-be-either', 'same-invoice'])).toMatchObject({ ok: true });

  // Now the second is stopped: it is set aside, taken back, and at last verified for a reason.
  expect(await vouch(second.id, ['supplier-unknown', 'giro-could-be-either', 'same-invoice'])).toEqual({
    ok: false,
    error: { code: 'duplicate-invoice', existing: first.id, elsewhere: false },
  });
  const { findings } = await cardOf(page, second.id);
  expect(findings.find(({ code }) => code === 'same-invoice')).toMatchObject({
    severity: 'error',
    detail: { invoiceId: first.id, number: '10045' },
  });
  const setAside = await page.execute('supplier-invoices/set-aside-duplicate', {
    invoiceId: second.id,
    duplicateOf: first.id,
  });
  assert(setAside.ok, 'set aside');
  expect((await firstInQueue(page, 'duplicate'))?.id).toBe(second.id);
  expect(await page.execute('supplier-invoices/undo', { invoiceId: second.id, undoes: setAside.value.commandId })).toMatchObject({
    ok: true,
  });
  expect((await firstInQueue(page, 'to-verify'))?.id).toBe(second.id);
  // Another number, sum and day: the picture still tells.
  expect(
    await page.query('supplier-invoices/twins', { invoiceId: second.id, number: '77777', totalMinor: 1, invoiceDate: null }),
  ).toMatchObject([{ id: first.id }]);
  const reason = 'Samma nummer för två leveranser, enligt Karin.';
  expect(await vouch(second.id, ['supplier-unknown', 'giro-could-be-either'], reason)).toMatchObject({ ok: true });
  expect((await cardOf(page, second.id)).invoice).toMatchObject({ state: 'verified', despiteDuplicate: reason });
});
