import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { decideSettingAside, queueOf, type SupplierInvoice } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, codeOf, evolved } from '../../make/decisions.ts';
import { anna, aScannedInvoice, aVerifiedInvoice } from '../../make/invoices.ts';

const invoice = aScannedInvoice();
const original = aVerifiedInvoice({ id: asId('0190dddd-0000-7000-8000-00000000000b') });
const command = { invoiceId: invoice.id, duplicateOf: original.id };
const setAside = evolved(invoice, allowed(decideSettingAside({ invoice, original }, command, anna)));

describe('supplier-invoices/set-aside-duplicate', () => {
  test.each([
    // facts                                   command                                     outcome
    [{ invoice: undefined, original }, command, 'not-found'],
    [{ invoice, original: undefined }, command, 'not-found'],
    [{ invoice: aVerifiedInvoice(), original }, command, 'wrong-state'],
    [{ invoice: setAside, original }, command, 'wrong-state'],
    [{ invoice, original: invoice }, { ...command, duplicateOf: invoice.id }, 'duplicate-of-itself'],
    [{ invoice, original: { ...setAside, id: original.id } }, command, 'other-is-set-aside'],
    [{ invoice, original }, command, 'ok'],
    [{ invoice, original: aScannedInvoice({ id: original.id }) }, command, 'ok'],
  ] as const)('%#: %s', (facts, command, outcome) => {
    expect(codeOf(decideSettingAside(facts, command, anna))).toBe(outcome);
  });

  test('it knows what it is a duplicate of and who said so, and has a queue of its own', () => {
    expect(setAside).toEqual({ ...invoice, rev: 2, state: 'duplicate', duplicateOf: original.id, setAsideBy: anna });
    expect(queueOf(setAside)).toBe('duplicate');
  });

  test('of invoices that are duplicates of each other, one is always left', () => {
    const ids = ['a', 'b', 'c', 'd'].map((last) => asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-00000000000${last}`));
    const pick = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(pick, pick), { maxLength: 20 }), (steps) => {
        const invoices = new Map<string, SupplierInvoice>(ids.map((id) => [id, aScannedInvoice({ id })]));
        for (const [invoiceId, duplicateOf] of steps) {
          const invoice = invoices.get(invoiceId);
          const result = decideSettingAside({ invoice, original: invoices.get(duplicateOf) }, { invoiceId, duplicateOf }, anna);
          if (result.ok && invoice !== undefined) invoices.set(invoiceId, evolved(invoice, result.value));
        }
        for (const invoice of invoices.values()) {
          let left: SupplierInvoice | undefined = invoice;
          for (let step = 0; step < ids.length && left?.state === 'duplicate'; step += 1) left = invoices.get(left.duplicateOf);
          expect(left?.state).toBe('scanned');
        }
      }),
    );
  });
});
