import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { type EInvoice, proposeEInvoice, readEInvoice } from '../../../src/shared/domain/e-invoices/index.ts';
import type { KnownSupplier } from '../../../src/shared/domain/extraction/index.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { wholeSvefaktura } from '../../make/e-invoices/whole-svefaktura.ts';

function invoiceOf(text: string): EInvoice {
  const read = readEInvoice(new TextEncoder().encode(text));
  return read.ok ? read.value.invoice : expect.unreachable(JSON.stringify(read.error));
}
const known: KnownSupplier = {
  id: asId<'supplier'>('s1'),
  name: 'Säljaren Aktiebolag',
  organisationNumber: '5566778899',
  vatNumber: 'SE556677889901',
  bankgiros: ['9912346'],
  plusgiros: [],
  ibans: [],
};
const propose = (text: string, suppliers: readonly KnownSupplier[] = [known]) => proposeEInvoice(invoiceOf(text), { suppliers });
/** Without what was paid before, which the record has no field for. */
const plain = wholeInvoice()
  .replace('<cbc:PrepaidAmount currencyID="SEK">12.00</cbc:PrepaidAmount>', '')
  .replace('1801.00', '1813.00');

test('an invoice of a known supplier is safe all through, each field by the path that it stands at', () => {
  const { documentType, fields, vat, lines } = propose(plain);
  expect(documentType).toBe('invoice');
  expect(Object.fromEntries(fieldNames.map((name) => [name, fields[name].value]))).toEqual({
    supplierName: 'Säljaren Aktiebolag',
    organisationNumber: '5566778899',
    vatNumber: 'SE556677889901',
    invoiceNumber: 'F-1001',
    invoiceDate: '2026-11-02',
    dueDate: '2026-12-02',
    ocrReference: '10023489',
    bankgiro: '9912346',
    plusgiro: null,
    iban: null,
    netMinor: 145_000,
    vatMinor: 36_250,
    roundingMinor: 50,
    totalMinor: 181_300,
    currency: 'SEK',
    buyerReference: '4711',
    purchaseOrderNumber: 'B-1',
  });
  for (const name of fieldNames) {
    const { value, state, source, evidence } = fields[name];
    expect([name, state]).toEqual([name, value === null ? 'absent' : 'safe']);
    if (value !== null) expect(evidence[0], name).toEqual({ kind: 'file', ref: source });
  }
  expect(fields.supplierName.raw).toBe('Säljaren AB');
  expect(fields.bankgiro.source).toBe('/Invoice/PaymentMeans/PayeeFinancialAccount/ID');
  expect(vat).toEqual([{ ratePercent: 25, baseMinor: 145_000, vatMinor: 36_250 }]);
  expect(lines[0]).toMatchObject({
    description: 'Vara',
    quantity: 10,
    unitPriceMinor: 10_000,
    ratePercent: 25,
    amountMinor: 100_000,
  });
});

describe('is never safe', () => {
  const states = (text: string, suppliers?: readonly KnownSupplier[]) => {
    const { fields } = propose(text, suppliers);
    return (...names: readonly (typeof fieldNames)[number][]) => names.map((name) => fields[name].state);
  };
  test('an unknown supplier, nor where it wants to be paid', () =>
    expect(states(plain, [])('supplierName', 'organisationNumber', 'vatNumber', 'bankgiro')).toEqual(Array(4).fill('check')));
  test('a payment number that the register’s row does not have', () =>
    expect(states(plain, [{ ...known, bankgiros: ['9912353'] }])('supplierName', 'bankgiro')).toEqual(['safe', 'check']));
  test('a supplier whose name and giro are right and whose organisation number is another’s', () => {
    const other = plain.replaceAll('SE556677889901', 'SE556000017501').replaceAll('>5566778899<', '>5560000175<');
    expect(states(other)('supplierName', 'organisationNumber', 'bankgiro')).toEqual(Array(3).fill('check'));
  });
  test('what breaks the rule of its kind', () =>
    expect(
      states(plain.replaceAll('>9912346<', '>9912347<').replaceAll('>5566778899<', '>5566778898<'))(
        'bankgiro',
        'organisationNumber',
      ),
    ).toEqual(['error', 'error']));
  test('a reference with the wrong check digit', () =>
    expect(states(plain.replace('10023489', '10023480'))('ocrReference')).toEqual(['check']));
  test('sums that do not add up, as when some was paid before', () =>
    expect(states(wholeInvoice())('netMinor', 'vatMinor', 'totalMinor')).toEqual(Array(3).fill('check')));
});

test('of several accounts the register’s own goes first, and the others are alternatives', () => {
  const means = (number: string) =>
    `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${number}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>SE:BANKGIRO</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>`;
  const { fields } = propose(plain.replace('<cac:PaymentMeans>', `${means('991-2353')}<cac:PaymentMeans>`));
  expect(fields.bankgiro).toMatchObject({
    value: '9912346',
    state: 'safe',
    alternatives: [{ value: '9912353', raw: '991-2353' }],
  });
});

test('a credit note’s amounts are below zero in the record, and an invoice below zero is a credit note', () => {
  const credit = plain.replace('>380<', '>381<');
  expect(propose(credit)).toMatchObject({
    documentType: 'credit_note',
    fields: { totalMinor: { value: -181_300, state: 'safe' } },
  });
  const negative = plain.replaceAll(/(currencyID="SEK">)(?=\d)/g, '$1-');
  expect(propose(negative)).toMatchObject({
    documentType: 'credit_note',
    fields: { totalMinor: { value: -181_300, state: 'safe' } },
  });
});

test('a text that is no value of its kind leaves the field empty, with the text beside it', () => {
  const { fields } = propose(plain.replace('2026-12-02', 'snart').replace('F-1001', ''));
  expect(fields.dueDate).toMatchObject({ value: null, raw: 'snart', state: 'missing', source: '/Invoice/DueDate' });
  expect(fields.invoiceNumber).toMatchObject({ value: null, raw: '', state: 'missing' });
});

test('the other syntaxes say the same', () => {
  expect(propose(wholeSvefaktura()).fields).toMatchObject({
    supplierName: { value: 'Säljaren Aktiebolag', state: 'safe' },
    bankgiro: { value: '9912346', state: 'safe' },
    roundingMinor: { value: 25 },
    totalMinor: { value: 778_150, state: 'safe' },
    purchaseOrderNumber: { value: 'B-1' },
  });
  expect(propose(wholeCii()).fields).toMatchObject({
    organisationNumber: { value: '5566778899', state: 'safe' },
    ocrReference: { value: '10023489' },
    bankgiro: { value: null, state: 'missing' },
    totalMinor: { value: 187_500, state: 'safe' },
    dueDate: { value: null, state: 'missing' },
  });
});
