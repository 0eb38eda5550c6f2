import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CorrectField, decideCorrection, type SupplierInvoice } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, codeOf, evolved } from '../../make/decisions.ts';
import { aField, anna, aScannedInvoice, aVerifiedInvoice, bo, exempelbolaget, someFields } from '../../make/invoices.ts';

const scanned = aScannedInvoice();
const verified = aVerifiedInvoice();

describe('supplier-invoices/correct-field', () => {
  const correct = (changes: Partial<CorrectField> = {}): CorrectField => ({
    invoiceId: scanned.id,
    field: 'invoiceNumber',
    value: '10046',
    raw: '10046',
    page: null,
    box: null,
    seen: null,
    ...changes,
  });
  const facts = { invoice: scanned, supplier: undefined };

  test.each([
    [undefined, correct(), 'not-found'],
    [verified, correct(), 'wrong-state'],
    [scanned, correct({ value: 7 }), 'value-has-wrong-form'],
    [scanned, correct({ field: 'totalMinor', value: '7' }), 'value-has-wrong-form'],
    [scanned, correct({ field: 'totalMinor', value: 0.5 }), 'value-has-wrong-form'],
    [scanned, correct({ field: 'dueDate', value: '2026-02-30' }), 'value-has-wrong-form'],
    [scanned, correct({ field: 'bankgiro', value: '991-2346' }), 'value-has-wrong-form'], // not in normal form
    [scanned, correct({ field: 'bankgiro', value: '9912347' }), 'ok'], // a wrong check digit may stand on the paper
    [scanned, correct({ value: null }), 'ok'],
    [scanned, correct(), 'ok'],
  ] as const)('%#: %s', (invoice, command, outcome) => {
    expect(codeOf(decideCorrection({ invoice, supplier: undefined }, command, anna))).toBe(outcome);
  });

  test('what was read stays as an alternative, and the person is the evidence', () => {
    const field = evolved(scanned, allowed(decideCorrection(facts, correct({ page: 1, box: [0, 0, 0.1, 0.1] }), anna))).fields
      .invoiceNumber;
    expect(field).toMatchObject({ value: '10046', state: 'safe', confidence: 1, page: 1 });
    expect(field.alternatives.map(({ value }) => value)).toEqual(['10045']);
    expect(field.evidence).toEqual([
      { kind: 'pixels', page: 1, box: [0, 0, 0.1, 0.1], text: '10046' },
      { kind: 'person', ref: anna },
    ]);
  });

  test('confirming keeps the place on the paper and makes the field safe', () => {
    const doubtful = aScannedInvoice({
      fields: someFields({ invoiceNumber: aField('10045', { state: 'check', confidence: 0.4 }) }),
    });
    const events = allowed(decideCorrection({ invoice: doubtful, supplier: undefined }, correct({ value: '10045' }), anna));
    expect(evolved(doubtful, events).fields.invoiceNumber).toMatchObject({
      state: 'safe',
      box: [0.1, 0.1, 0.2, 0.12],
      confidence: 1,
    });
  });

  test('a value that names a supplier ties the invoice to it', () => {
    const { supplierId: _, ...unknown } = scanned;
    const events = allowed(
      decideCorrection(
        { invoice: unknown, supplier: exempelbolaget },
        correct({ field: 'organisationNumber', value: '5566778899' }),
        anna,
      ),
    );
    expect(events.map(({ type }) => type)).toEqual(['field-corrected', 'supplier-linked']);
    expect(evolved(unknown, events).supplierId).toBe(exempelbolaget.id);
  });

  test.each([
    // seen              value      outcome
    [null, '10046', 'ok'], // not said, as before version 2
    [{ value: '10045' }, '10046', 'ok'],
    [{ value: '10044' }, '10046', 'stale'],
    [{ value: null }, '10046', 'stale'],
    [{ value: '10044' }, null, 'stale'],
    [{ value: '10044' }, '10045', 'ok'], // both say the same
  ] as const)('the clerk saw %o and says %s', (seen, value, outcome) => {
    expect(codeOf(decideCorrection(facts, correct({ seen, value }), anna))).toBe(outcome);
  });

  test('a stale correction tells what stands there, and who put it there', () => {
    const by = (invoice: SupplierInvoice) => decideCorrection({ ...facts, invoice }, correct({ seen: { value: '1' } }), anna);
    expect(by(scanned)).toMatchObject({ error: { code: 'stale', field: 'invoiceNumber', theirs: '10045', by: null } });
    const theirs = evolved(scanned, allowed(decideCorrection(facts, correct({ value: '77' }), bo)));
    expect(by(theirs)).toMatchObject({ error: { code: 'stale', theirs: '77', by: bo } });
  });

  test('whatever two clerks who saw the same do, neither writes over the other', () => {
    const value = fc.constantFrom('10045', '1', '2', null);
    fc.assert(
      fc.property(value, value, (one, two) => {
        const seen = { value: '10045' };
        const first = evolved(scanned, allowed(decideCorrection(facts, correct({ seen, value: one }), anna)));
        const second = decideCorrection({ ...facts, invoice: first }, correct({ seen, value: two }), bo);
        expect(second.ok).toBe(one === '10045' || one === two);
      }),
    );
  });
});
