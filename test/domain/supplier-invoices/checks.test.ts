import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Fields } from '../../../src/shared/domain/invoice-fields/index.ts';
import {
  type Around,
  type Facts,
  type FindingCode,
  findingCodes,
  findProblems,
  type NumberOwner,
  senderKey,
  type Twin,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import type { PaymentNumber } from '../../../src/shared/domain/suppliers/index.ts';
import { aField, aScannedInvoice, exempelbolaget, someFields, theirBankgiro } from '../../make/invoices.ts';

const around = (changes: Partial<Around> = {}): Around => ({
  today: '2026-11-22' as Day,
  supplier: exempelbolaget,
  paymentNumbers: [theirBankgiro],
  twins: [],
  ...changes,
});
const withFields = (changes: Partial<Fields>, more: Partial<Facts> = {}): Facts => ({
  ...aScannedInvoice({ fields: someFields(changes) }),
  ...more,
});
const twin = (changes: Partial<Twin> = {}): Twin => ({
  id: asId('0190dddd-0000-7000-8000-00000000000a'),
  state: 'verified',
  senderKey: senderKey(aScannedInvoice()),
  number: '10045',
  totalMinor: 125_000,
  invoiceDate: '2026-11-02',
  hidden: false,
  ...changes,
});
const codes = (facts: Facts, surroundings = around()): FindingCode[] => findProblems(facts, surroundings).map(({ code }) => code);

test('an invoice with everything in order has no findings', () => {
  expect(codes(aScannedInvoice())).toEqual([]);
});

const unknown = { supplier: undefined, paymentNumbers: [] };
const { supplierId: _, ...withoutSupplier } = aScannedInvoice();

/** As the register keeps a number that is no longer in force. */
const ended = (number: PaymentNumber): PaymentNumber => ({ ...number, state: 'ended' }) as PaymentNumber;
const anotherOwner: NumberOwner = { kind: 'bankgiro', number: '9912346', supplierId: asId('another'), name: 'Främmande AB' };

/** For each finding, facts that give it and no other. */
const faults: Record<FindingCode, readonly [Facts, Partial<Around>?]> = {
  'breaks-rules': [
    {
      ...aScannedInvoice(),
      judgement: {
        ...{ soundness: 'faulty', syntax: 'ubl-invoice', profile: 'en16931', findingCount: 1 },
        findings: [{ rule: 'BR-02', severity: 'fatal', path: '/Invoice', message: { sv: 'x', en: 'x' }, isFault: true }],
      },
    },
  ],
  'required-field-missing': [withFields({ currency: aField<string>(null) })],
  'due-date-missing': [withFields({ dueDate: aField<string>(null) })],
  'payment-number-missing': [withFields({ bankgiro: aField<string>(null) })],
  'not-an-invoice': [withFields({}, { documentType: 'reminder' })],
  'sum-is-off': [withFields({ totalMinor: aField(125_100) })],
  'vat-is-off': [withFields({}, { vat: [{ ratePercent: 25, baseMinor: 100_000, vatMinor: 25_101 }] })],
  'vat-rate-unknown': [withFields({}, { vat: [{ ratePercent: 24, baseMinor: null, vatMinor: null }] })],
  'credit-note-not-negative': [withFields({}, { documentType: 'credit_note' })],
  'invoice-is-negative': [
    withFields({ netMinor: aField(-100_000), vatMinor: aField(-25_000), totalMinor: aField(-125_000) }, { vat: [] }),
  ],
  'dated-in-future': [withFields({ invoiceDate: aField('2026-11-23') })],
  'dated-long-ago': [withFields({ invoiceDate: aField('2025-11-21'), dueDate: aField('2025-12-21') })],
  'due-before-invoice-date': [withFields({ dueDate: aField('2026-11-01') })],
  'due-later-than-usual': [withFields({ dueDate: aField('2027-03-03') })],
  'wrong-organisation-number': [
    {
      ...withoutSupplier,
      fields: someFields({ organisationNumber: aField('5566778898'), vatNumber: aField<string>(null) }),
      supplierId: exempelbolaget.id,
    },
    { supplier: { ...exempelbolaget, organisationNumber: '5566778898' } },
  ],
  'wrong-vat-number': [withFields({ vatNumber: aField('SE556677889801'), organisationNumber: aField<string>(null) })],
  'vat-number-of-another': [withFields({ vatNumber: aField('SE556000017501') })],
  'wrong-bankgiro': [withFields({ bankgiro: aField('9912347') }), { paymentNumbers: [{ ...theirBankgiro, number: '9912347' }] }],
  'wrong-plusgiro': [
    withFields({ plusgiro: aField('2865435') }),
    { paymentNumbers: [theirBankgiro, { ...theirBankgiro, kind: 'plusgiro', number: '2865435' }] },
  ],
  'wrong-iban': [
    withFields({ iban: aField('SE3550000000054910000004') }),
    { paymentNumbers: [theirBankgiro, { ...theirBankgiro, kind: 'iban', number: 'SE3550000000054910000004' }] },
  ],
  'wrong-ocr-reference': [withFields({ ocrReference: aField('123068') })],
  'supplier-unknown': [withoutSupplier, unknown],
  'supplier-number-differs': [withFields({ organisationNumber: aField('5560000175'), vatNumber: aField<string>(null) })],
  'payment-number-new': [aScannedInvoice(), { paymentNumbers: [] }],
  'payment-number-ended': [aScannedInvoice(), { paymentNumbers: [ended(theirBankgiro)] }],
  'payment-number-not-yet': [aScannedInvoice(), { paymentNumbers: [{ ...theirBankgiro, fromDay: '2099-01-01' as Day }] }],
  'payment-number-of-another': [withFields({}, { documentType: 'invoice' }), { paymentNumbers: [], otherOwners: [anotherOwner] }],
  'giro-kind-differs': [aScannedInvoice(), { paymentNumbers: [{ ...theirBankgiro, kind: 'plusgiro' }] }],
  'payment-number-not-in-register': [
    withFields({ bankgiro: aField('54029681', { evidence: [{ kind: 'label', ref: 'Bankgiro' }] }) }),
  ],
  'giro-could-be-either': [{ ...withoutSupplier, fields: someFields({ bankgiro: aField('9912346') }) }, unknown],
  'same-invoice': [aScannedInvoice(), { twins: [twin({ number: ' 0010-045' })] }],
  'looks-like-another': [aScannedInvoice(), { twins: [twin({ number: '99' })] }],
  'reminder-of-known': [
    withFields({ totalMinor: aField(131_000), netMinor: aField(106_000) }, { vat: [], documentType: 'reminder' }),
    { twins: [twin({ state: 'scanned' })] },
  ],
};

test('every finding has its fault here', () => {
  expect(Object.keys(faults).sort()).toEqual([...findingCodes].sort());
});

test.each(Object.entries(faults))('%s', (code, [facts, changes]) => {
  const found = codes(facts, around(changes));
  expect(found).toContain(code);
  const companions: Record<string, readonly string[]> = {
    'giro-could-be-either': ['supplier-unknown'],
    'supplier-unknown': ['giro-could-be-either'],
    'payment-number-of-another': ['payment-number-new'],
    'reminder-of-known': ['not-an-invoice'],
  };
  expect(found.filter((other) => other !== code && !companions[code]?.includes(other))).toEqual([]);
});

test.each([
  // twin                                              finding
  [twin({ senderKey: 'somebody else' }), undefined],
  [twin({ id: aScannedInvoice().id }), undefined],
  [twin({ number: '10O45' }), 'looks-like-another'], // O for 0: a look-alike, for a person to judge
  [twin({ number: '10046', totalMinor: 1 }), undefined],
  [twin({ number: '10046' }), 'looks-like-another'],
  [twin({ number: '10045', totalMinor: 1 }), 'same-invoice'],
  [twin({ state: 'approved' }), 'same-invoice'],
  [twin({ state: 'duplicate' }), undefined], // set aside: in nobody's way
  [twin({ state: 'duplicate', number: '10046' }), undefined],
  [twin({ hidden: true }), 'same-invoice'],
  [twin({ hidden: true, state: 'scanned' }), undefined],
  [twin({ hidden: true, number: '10046' }), undefined],
] as const)('a twin like %o gives %s', (other, finding) => {
  expect(codes(aScannedInvoice(), around({ twins: [other] }))).toEqual(finding === undefined ? [] : [finding]);
});

test('rounding to whole kronor is part of the sum', () => {
  expect(codes(withFields({ vatMinor: aField(24_970), roundingMinor: aField(30), totalMinor: aField(125_000) }))).toEqual([]);
});

test('a credit note is not paid: it needs no payment number and no later due date', () => {
  const credit = withFields(
    {
      netMinor: aField(-100_000),
      vatMinor: aField(-25_000),
      totalMinor: aField(-125_000),
      bankgiro: aField<string>(null),
      dueDate: aField('2026-11-02'),
    },
    { documentType: 'credit_note', vat: [{ ratePercent: 25, baseMinor: -100_000, vatMinor: -25_000 }] },
  );
  expect(codes(credit)).toEqual([]);
});

test.each([
  ['scanned', 'warning'],
  ['parked', 'warning'],
  ['verified', 'error'],
  ['approved', 'error'],
] as const)('the same invoice, %s, gives a %s', (state, severity) => {
  expect(findProblems(aScannedInvoice(), around({ twins: [twin({ state })] }))).toMatchObject([{ severity }]);
});

test('a live twin is told before one that nobody has vouched for, and nothing is told of one that may not be seen', () => {
  const draft = twin({ id: asId('0190dddd-0000-7000-8000-00000000000c'), state: 'scanned' });
  expect(findProblems(aScannedInvoice(), around({ twins: [draft, twin()] }))).toMatchObject([
    { severity: 'error', detail: { invoiceId: twin().id, number: '10045' } },
  ]);
  const [finding] = findProblems(aScannedInvoice(), around({ twins: [draft, twin({ hidden: true })] }));
  expect(finding).toMatchObject({ code: 'same-invoice', severity: 'error', detail: {} });
  expect(JSON.stringify(finding)).not.toContain(twin().id);
});

test('a sole trader’s number in the register is not told to whoever looks at an invoice', () => {
  const supplier = { ...exempelbolaget, organisationNumber: '8803200016' };
  const found = findProblems(aScannedInvoice(), around({ supplier }));
  expect(found.find(({ code }) => code === 'supplier-number-differs')?.detail).toEqual({ registered: '880320-••••' });
});
