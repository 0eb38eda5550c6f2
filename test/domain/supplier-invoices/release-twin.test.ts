import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  asTwin,
  decideTwinRelease,
  findProblems,
  type SupplierInvoice,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, around, codeOf, evolved, noon } from '../../make/decisions.ts';
import { aField, anna, aScannedInvoice, aVerifiedInvoice, someFields } from '../../make/invoices.ts';

const otherId = asId<'supplierInvoice'>('0190dddd-0000-7000-8000-00000000000b');
const like = aVerifiedInvoice({ id: otherId, fields: someFields({ invoiceNumber: aField('1OO45') }) });
const unlike = aVerifiedInvoice({ id: otherId, fields: someFields({ totalMinor: aField(1), invoiceNumber: aField('99') }) });
const released = { otherId, kind: 'look-alike-number', reason: 'Annan leverans', by: anna, atMs: noon } as const;

test.each([
  // invoice                                    the other                               hidden   outcome
  [undefined, like, false, 'not-found'],
  [aVerifiedInvoice(), like, false, 'wrong-state'],
  [aScannedInvoice(), unlike, false, 'no-finding'],
  [aScannedInvoice(), like, true, 'no-finding'], // what may not be seen may not be judged
  [aScannedInvoice(), aVerifiedInvoice({ id: otherId }), false, 'same-invoice'],
  [aScannedInvoice(), aScannedInvoice({ id: otherId }), false, 'ok'],
  [aScannedInvoice(), like, false, 'ok'],
] as const)('supplier-invoices/release-twin %#: %s', (invoice, other, hidden, outcome) => {
  const facts = { invoice: invoice as SupplierInvoice | undefined, around: { ...around, twins: [asTwin(other, hidden)] } };
  const command = { invoiceId: aScannedInvoice().id, otherId, reason: 'Annan leverans' };
  expect(codeOf(decideTwinRelease(facts, command, anna, noon))).toBe(outcome);
});

test('a released twin is not asked about again, and the reason stays with the invoice through its states', () => {
  const twin = asTwin(like, false);
  const facts = { invoice: aScannedInvoice(), around: { ...around, twins: [twin] } };
  const events = allowed(
    decideTwinRelease(facts, { invoiceId: aScannedInvoice().id, otherId, reason: 'Annan leverans' }, anna, noon),
  );
  const after = evolved(aScannedInvoice(), events);
  expect(after).toMatchObject({ rev: 2, state: 'scanned', releasedTwins: [released] });
  const verified = {
    on: 'supplierInvoice',
    id: after.id,
    type: 'invoice-verified',
    by: anna,
    atMs: noon,
    acknowledged: [],
  } as const;
  expect(evolved(after, [verified])).toMatchObject({ state: 'verified', releasedTwins: [released] });
  expect(findProblems(after, { ...around, twins: [{ ...twin, isReleased: true }] })).toEqual([]);
  expect(findProblems(after, { ...around, twins: [twin] })).toMatchObject([{ code: 'looks-like-another' }]);
});

test('the same number, verified, stops also where it was released while nobody had vouched for it', () => {
  const twin = asTwin(aVerifiedInvoice({ id: otherId }), false);
  expect(findProblems(aScannedInvoice(), { ...around, twins: [{ ...twin, isReleased: true }] })).toMatchObject([
    { code: 'same-invoice', severity: 'error' },
  ]);
});
