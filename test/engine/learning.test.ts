import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import { asId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { Box } from '../../src/shared/base/page.ts';
import type { Engine, Notice } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

const supplierId = asId<'supplier'>(uuid());

async function registerSupplier(page: Engine): Promise<void> {
  const registered = await page.execute('suppliers/register', {
    ...{ supplierId, name: 'Exempelbolaget AB', organisationNumber: '556677-8899' },
    ...{ vatNumber: null, street: null, postcode: null, city: null },
    paymentNumbers: [{ id: asId(uuid()), kind: 'bankgiro', number: '991-2346' }],
  });
  assert(registered.ok, 'registered');
}

/** Takes in an invoice on a layout that names the buyer's reference as nobody else does. */
async function takenIn(page: Engine, number: string, reference: string): Promise<SupplierInvoice> {
  const bytes = await anInvoicePdf({ number, reference, referenceLabel: 'Kontakt kund', subject: number });
  const { fileId } = await page.task('intake/take-in', { name: `${number}.pdf`, bytes });
  const sheet = await until(async () => {
    const found = await page.query('intake/pages', { fileId });
    return found?.state === 'read' && found;
  });
  return invoice(page, sheet.pages[0]?.invoice?.id ?? asId(''));
}

async function invoice(page: Engine, invoiceId: SupplierInvoiceId): Promise<SupplierInvoice> {
  const card = await page.query('supplier-invoices/card', { invoiceId });
  assert(card !== null, 'there is a card');
  return card.invoice;
}

/** Where words that follow each other stand on the first page. */
async function boxOf(page: Engine, { pages }: SupplierInvoice, text: string): Promise<Box> {
  const words = (await page.query('supplier-invoices/words', { wordsSha256: pages[0]?.wordsSha256 ?? '' }))?.words ?? [];
  const parts = text.split(' ');
  const at = words.findIndex((_, place) => parts.every((part, step) => words[place + step]?.text === part));
  const [first, last] = [words[at], words[at + parts.length - 1]];
  assert(first !== undefined && last !== undefined, `${text} stands on the page`);
  return [first.box[0], first.box[1], last.box[2], last.box[3]];
}

async function correct(page: Engine, on: SupplierInvoice, field: 'buyerReference' | 'invoiceNumber', value: string) {
  const box = await boxOf(page, on, value);
  const input = { invoiceId: on.id, field, value, raw: value, page: 1, box, seen: { value: on.fields[field].value } };
  const result = await page.execute('supplier-invoices/correct-field', input);
  assert(result.ok, 'corrected');
  return result.value.commandId;
}

const rules = (page: Engine) => page.query('learned-rules/of-supplier', { supplierId, limit: 10 });

test('a correction on one invoice is a rule on the next, with its evidence; switched off it is not, nor after the correction is taken back', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  const notices: Notice[] = [];
  page.onNotice((notice) => notices.push(notice));
  await sitDown(page);
  await registerSupplier(page);
  seat.startReader();

  const first = await takenIn(page, '10045', 'Karin Ek');
  expect(first).toMatchObject({ supplierId });
  expect(first.fields.buyerReference.value).not.toBe('Karin Ek');
  const correctionId = await correct(page, first, 'buyerReference', 'Karin Ek');
  const learned = await until(async () => notices.find((notice) => notice.kind === 'learned'));
  assert(learned.kind === 'learned', 'learned');
  const { ruleId } = learned;
  expect(learned).toMatchObject({ field: 'buyerReference', supplierName: 'Exempelbolaget AB', correctionId, wouldBreak: 0 });
  expect(await rules(page)).toMatchObject([
    {
      ...{ id: ruleId, field: 'buyerReference', state: 'active', label: 'kontaktkund', stands: true, taughtByName: 'Anna Berg' },
      ...{ replay: { checked: 0, agreed: 0, broken: [] }, example: { invoiceId: first.id, text: 'Karin Ek' } },
    },
  ]);

  const second = await takenIn(page, '10046', 'Olle By');
  expect(second.fields.buyerReference).toMatchObject({ value: 'Olle By' });
  expect(second.fields.buyerReference.evidence).toContainEqual({ kind: 'learned', ref: ruleId });
  expect(await page.query('learned-rules/card', { ruleId })).toMatchObject({ id: ruleId });

  expect(await page.execute('learned-rules/switch-off', { ruleId })).toMatchObject({ ok: true });
  expect((await takenIn(page, '10047', 'Siv Alm')).fields.buyerReference.value).not.toBe('Siv Alm');
  expect(await page.execute('learned-rules/switch-on', { ruleId })).toMatchObject({ ok: true });
  expect((await takenIn(page, '10048', 'Ulla Dal')).fields.buyerReference.value).toBe('Ulla Dal');

  // Taking the correction back takes back what it taught; taking that back teaches it again.
  assert((await page.execute('supplier-invoices/undo', { invoiceId: first.id, undoes: correctionId })).ok, 'undone');
  await engine.learning.idle();
  expect(await rules(page)).toMatchObject([{ state: 'off' }]);
  const [undoing] = await page.query('supplier-invoices/history', { invoiceId: first.id, limit: 1 });
  const redone = await page.execute('supplier-invoices/undo', { invoiceId: first.id, undoes: undoing?.commandId ?? asId('') });
  assert(redone.ok, 'done again');
  await engine.learning.idle();
  expect(await rules(page)).toMatchObject([{ state: 'active' }]);
});

test('what was corrected before the supplier was known is learned when the invoice is tied to it', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  await sitDown(page);
  seat.startReader();
  const first = await takenIn(page, '10045', 'Karin Ek');
  await correct(page, first, 'buyerReference', 'Karin Ek');
  await engine.learning.idle();
  await registerSupplier(page);
  expect(await rules(page)).toEqual([]);
  assert((await page.execute('supplier-invoices/link-supplier', { invoiceId: first.id, supplierId })).ok, 'linked');
  await engine.learning.idle();
  expect(await rules(page)).toMatchObject([{ field: 'buyerReference', state: 'active' }]);
  expect((await takenIn(page, '10046', 'Olle By')).fields.buyerReference.value).toBe('Olle By');
});

test('a rule that would break a verified invoice is kept and not used, and the clerk is told', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  const notices: Notice[] = [];
  page.onNotice((notice) => notices.push(notice));
  await sitDown(page);
  await registerSupplier(page);
  seat.startReader();

  // A verified invoice whose number was proposed right.
  const verified = await takenIn(page, '10045', 'Karin Ek');
  expect(verified.fields.invoiceNumber.value).toBe('10045');
  for (const [field, { value, raw, state }] of Object.entries(verified.fields)) {
    if (state !== 'check' && state !== 'missing') continue;
    const input = { invoiceId: verified.id, field: field as 'bankgiro', value, raw, page: null, box: null, seen: { value } };
    assert((await page.execute('supplier-invoices/correct-field', input)).ok, field);
  }
  const { findings } = (await page.query('supplier-invoices/card', { invoiceId: verified.id })) ?? { findings: [] };
  const acknowledged = findings.map(({ code }) => code);
  const vouched = { invoiceId: verified.id, acknowledged, values: null, despiteDuplicate: null };
  expect(await page.execute('supplier-invoices/verify', vouched)).toMatchObject({ ok: true });

  // On another the clerk points at the OCR number as the invoice number: that would be wrong for the first.
  const other = await takenIn(page, '10046', 'Karin Ek');
  await correct(page, other, 'invoiceNumber', '10023489');
  await engine.learning.idle();
  expect(await rules(page)).toMatchObject([{ state: 'trial', replay: { checked: 1, agreed: 0, broken: [verified.id] } }]);
  await until(async () => notices.some((notice) => notice.kind === 'learned' && notice.wouldBreak === 1));
  expect((await takenIn(page, '10047', 'Karin Ek')).fields.invoiceNumber.value).toBe('10047');
});

test('a rectangle on a page is read for the clerk who drew it', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page } = seat;
  await sitDown(page);
  seat.startReader();
  const invoiceOn = await takenIn(page, '10045', 'Karin Ek');
  const [x0, y0, x1, y1] = await boxOf(page, invoiceOn, '10045');
  const zone = {
    invoiceId: invoiceOn.id,
    page: 1,
    box: [x0 - 0.005, y0 - 0.004, x1 + 0.005, y1 + 0.004],
    kind: 'text',
    harder: false,
  } as const;
  const read = await page.task('supplier-invoices/read-zone', { ...zone, box: [...zone.box] });
  expect(read).toMatchObject({ text: '10045', words: [{ text: '10045' }] });
  expect(read.confidence).toBeGreaterThan(0.5);
  const nowhere = { ...zone, page: 2, box: [...zone.box] } as const;
  await expect(page.task('supplier-invoices/read-zone', nowhere as never)).rejects.toMatchObject({ code: 'not-found' });
  await page.task('session/lock', {});
  await expect(page.task('supplier-invoices/read-zone', nowhere as never)).rejects.toMatchObject({ code: 'no-person' });
});
