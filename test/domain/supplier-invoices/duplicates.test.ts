import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId, type SupplierInvoiceId } from '../../../src/shared/base/ids.ts';
import {
  asTwin,
  decideApproval,
  decideSettingAside,
  decideUndo,
  decideVerification,
  isLive,
  liveKey,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
  sameKey,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { around, evolved, noon } from '../../make/decisions.ts';
import { aField, anna, aScannedInvoice, aVerification, aVerifiedInvoice, bo, someFields } from '../../make/invoices.ts';

const { supplierId: _, ...unknown } = aVerifiedInvoice();
const number = (text: string | null) => someFields({ invoiceNumber: aField(text) });

test.each([
  // invoice                                                                            the key while it is live
  [aVerifiedInvoice(), `${aScannedInvoice().supplierId}:10045`],
  [aVerifiedInvoice({ fields: number(' 0010-045 ') }), `${aScannedInvoice().supplierId}:10045`],
  [{ ...aVerifiedInvoice(), state: 'approved', approvedBy: bo, approvedAtMs: noon }, `${aScannedInvoice().supplierId}:10045`],
  [unknown, '5566778899:10045'],
  [aScannedInvoice(), null],
  [aVerifiedInvoice({ despiteDuplicate: 'Samma nummer varje år.' }), null],
  [aVerifiedInvoice({ fields: number(null) }), null],
  [{ ...aScannedInvoice(), state: 'duplicate', duplicateOf: asId('b'), setAsideBy: anna }, null],
] as const)('%#: the live key is %s', (invoice, key) => {
  expect(liveKey(invoice as SupplierInvoice)).toBe(key); // each row is a whole invoice
});

test('an invoice that nobody is named on and that has no number has no twins', () => {
  const { supplierId: _, ...nobody } = aScannedInvoice({
    fields: someFields({ organisationNumber: aField<string>(null), supplierName: aField<string>(null) }),
  });
  expect(sameKey(nobody)).toBeNull();
  expect(sameKey(aScannedInvoice({ fields: number(null) }))).toBeNull();
});

/** All that clerks can do with four invoices, three of which are the same, by the rules alone. */
const ids = ['a', 'b', 'c', 'd'].map((last) => asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-00000000000${last}`));
const step = fc.record({
  id: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  act: fc.constantFrom('verify' as const, 'despite' as const, 'approve' as const, 'recall' as const, 'set aside' as const),
});

test('whatever is done, at most one live invoice has a key (I5)', () => {
  const reached = { two: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const invoices = new Map<SupplierInvoiceId, SupplierInvoice>(
        ids.map((id, place) => [id, aScannedInvoice({ id, fields: number(place === 3 ? '77' : `0${place}10045`.slice(place)) })]),
      );
      for (const { id, other, act } of steps) {
        const invoice = invoices.get(id);
        const twins = [...invoices.values()].filter((each) => each.id !== id).map((each) => asTwin(each, false));
        const events = decided(act, invoice, invoices.get(other), twins);
        if (invoice !== undefined) invoices.set(id, evolved(invoice, events));
        const keys = [...invoices.values()].map(liveKey).filter((key) => key !== null);
        expect(new Set(keys).size).toBe(keys.length);
      }
      if ([...invoices.values()].filter(isLive).length > 1) reached.two += 1;
    }),
  );
  expect(reached.two).toBeGreaterThan(5); // else the property would hold of nothing
});

function decided(
  act: 'verify' | 'despite' | 'approve' | 'recall' | 'set aside',
  invoice: SupplierInvoice | undefined,
  original: SupplierInvoice | undefined,
  twins: (typeof around.twins)[number][],
): readonly SupplierInvoiceEvent[] {
  const invoiceId = invoice?.id ?? asId('none');
  const facts = { invoice, around: { ...around, twins } };
  const acknowledged = ['same-invoice', 'looks-like-another'] as const;
  const despiteDuplicate = act === 'despite' ? { reason: 'Samma nummer varje år.' } : null;
  const recalled: SupplierInvoiceEvent = {
    on: 'supplierInvoice',
    id: invoiceId,
    type: 'invoice-verified',
    by: anna,
    atMs: noon,
    acknowledged: [],
  };
  const result = {
    verify: () => decideVerification(facts, aVerification({ invoiceId, acknowledged, despiteDuplicate }), anna, noon),
    despite: () => decideVerification(facts, aVerification({ invoiceId, acknowledged, despiteDuplicate }), anna, noon),
    approve: () => decideApproval({ invoice, hadAHand: false, payee: undefined }, { invoiceId }, bo, noon),
    recall: () => decideUndo({ invoice, events: [recalled] }, { invoiceId, undoes: asId('c') }, anna),
    'set aside': () => decideSettingAside({ invoice, original }, { invoiceId, duplicateOf: original?.id ?? invoiceId }, anna),
  }[act]();
  return result.ok ? result.value : [];
}
