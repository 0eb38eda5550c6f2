import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Evidence } from '../../../src/shared/domain/invoice-fields/index.ts';
import { findProblems, type NumberOwner } from '../../../src/shared/domain/supplier-invoices/index.ts';
import type { PaymentNumber } from '../../../src/shared/domain/suppliers/index.ts';
import { around } from '../../make/decisions.ts';
import { aField, aScannedInvoice, someFields, theirBankgiro } from '../../make/invoices.ts';

const label: Evidence = { kind: 'label', ref: 'Bankgiro' };
const read = (number: string, evidence: readonly Evidence[] = [label]) =>
  aScannedInvoice({ fields: someFields({ bankgiro: aField(number, { evidence }) }) });
const ended = { ...theirBankgiro, state: 'ended' } as PaymentNumber;
const asPlusgiro: PaymentNumber = { ...theirBankgiro, kind: 'plusgiro' };
const owner = (number: string): NumberOwner => ({ kind: 'bankgiro', number, supplierId: asId('other'), name: 'Annan AB' });

test.each([
  // on the invoice                     in the register            others that have it          what is said
  ['labelled, registered', read('9912346'), [theirBankgiro], [], []],
  ['by a person, registered', read('9912346', [{ kind: 'person', ref: 'a' }]), [theirBankgiro], [], []],
  ['no label, registered', read('9912346', []), [theirBankgiro], [], ['giro-could-be-either']],
  ['format alone is no label', read('9912346', [{ kind: 'format', ref: '' }]), [theirBankgiro], [], ['giro-could-be-either']],
  ['labelled, other kind in the register', read('9912346'), [asPlusgiro], [], ['giro-kind-differs']],
  ['both kinds in the register', read('9912346'), [theirBankgiro, asPlusgiro], [], []],
  ['changed', read('54029681'), [theirBankgiro], [], ['payment-number-not-in-register']],
  ['changed, no label', read('54029681', []), [theirBankgiro], [], ['payment-number-not-in-register', 'giro-could-be-either']],
  ['the first one', read('54029681'), [], [], ['payment-number-new']],
  ['ended', read('9912346'), [ended], [], ['payment-number-ended']],
  ['to come', read('9912346'), [{ ...theirBankgiro, fromDay: '2099-01-01' as Day }], [], ['payment-number-not-yet']],
  ['ended, and registered again', read('9912346'), [ended, theirBankgiro], [], []],
  ['ended as the other kind', read('9912346'), [{ ...ended, kind: 'plusgiro' } as PaymentNumber, theirBankgiro], [], []],
  ['only an ended one is there', read('54029681'), [ended], [], ['payment-number-new']],
  [
    "somebody else's",
    read('54029681'),
    [theirBankgiro],
    [owner('54029681')],
    ['payment-number-not-in-register', 'payment-number-of-another'],
  ],
  ['shared with somebody else', read('9912346'), [theirBankgiro], [owner('9912346')], []],
] as const)('%s', (_, invoice, paymentNumbers, otherOwners, codes) => {
  expect(findProblems(invoice, { ...around, paymentNumbers, otherOwners }).map(({ code }) => code)).toEqual(codes);
});

test('a mix-up of giros stops, and says which kind the register has', () => {
  expect(findProblems(read('9912346'), { ...around, paymentNumbers: [asPlusgiro] })).toMatchObject([
    { severity: 'error', field: 'bankgiro', detail: { number: '9912346', kind: 'bankgiro', registered: 'plusgiro' } },
  ]);
});

test('a plusgiro that cannot be a bankgiro needs no proof of its kind', () => {
  const plusgiro: PaymentNumber = { ...theirBankgiro, kind: 'plusgiro', number: '2865434' };
  const short: PaymentNumber = { ...theirBankgiro, kind: 'plusgiro', number: '42' };
  const invoice = (number: string) =>
    aScannedInvoice({ fields: someFields({ bankgiro: aField<string>(null), plusgiro: aField(number) }) });
  const codes = (number: string) =>
    findProblems(invoice(number), { ...around, paymentNumbers: [plusgiro, short] }).map(({ code }) => code);
  expect(codes('42')).toEqual([]);
  expect(codes('2865434')).toEqual(['giro-could-be-either']);
});

test('a credit note is not paid, so its numbers are not asked about but for their kind', () => {
  const { fields } = read('54029681');
  const credit = {
    ...read('54029681'),
    documentType: 'credit_note' as const,
    fields: { ...fields, totalMinor: aField(-125_000) },
  };
  const codes = findProblems(credit, { ...around, otherOwners: [owner('54029681')] }).map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith('payment-number'))).toEqual([]);
});
