import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Field, FieldName } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { SupplierInvoiceEvent } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { tallyTouches, touchCauseOf, touchesOf } from '../../../src/shared/domain/touches/index.ts';
import { aField, anna } from '../../make/invoices.ts';

const on = { on: 'supplierInvoice', id: asId<'supplierInvoice'>('0190dddd-0000-7000-8000-000000000001') } as const;
const person = { kind: 'person', ref: anna } as const;
const corrected = (before: Field, after: Field, field: FieldName = 'invoiceNumber'): SupplierInvoiceEvent => ({
  ...{ ...on, type: 'field-corrected', field, before, after },
});
const verified = (acknowledged: readonly 'due-before-invoice'[] = []) =>
  ({ ...on, type: 'invoice-verified', by: anna, atMs: 1, acknowledged }) as unknown as SupplierInvoiceEvent;
const doubted = aField('10045', { state: 'check' });
const green = aField('10045');
const another = aField('10046', { evidence: [person] });
const undoes = asId<'command'>('c-1');

describe('the cause of a touch', () => {
  test.each([
    ['confirmed', corrected(doubted, aField('10045'))],
    ['misread', corrected(doubted, another)],
    ['wrong-green', corrected(green, another)],
    ['unread', corrected(aField<string>(null, { state: 'missing' }), another)],
    ['not-printed', corrected(doubted, aField<string>(null))],
    ['changed-again', corrected(another, green)],
    ['taken-back', { ...corrected(doubted, another), undoes }],
    ['document-type', { ...on, type: 'document-type-changed', before: 'invoice', after: 'reminder' }],
    ['supplier', { ...on, type: 'supplier-linked', before: null, after: asId<'supplier'>('s') }],
    ['warning', verified(['due-before-invoice'])],
    ['parked', { ...on, type: 'invoice-parked', by: anna, reason: 'other', note: '', returnsOn: null }],
    ['taken-back', { ...on, type: 'verification-recalled', undoes }],
  ] as const)('%s', (cause, step) => {
    expect(touchCauseOf(step as SupplierInvoiceEvent)).toBe(cause);
  });

  test('vouching alone, approving, a copy and a letter are no touch', () => {
    const steps: readonly SupplierInvoiceEvent[] = [
      verified(),
      { ...on, type: 'copy-made', copySha256: 'a', pageCount: 1 },
      { ...on, type: 'letter-made', letterSha256: 'a', language: 'sv' },
      { ...on, type: 'invoice-approved', by: anna, atMs: 2 },
    ];
    expect(touchesOf(steps)).toEqual({ untouched: true, stopped: [], changed: [], causes: [] });
  });
});

const values = fc.constantFrom('1', '2', null);
const fieldSteps = fc.array(
  fc.record({ field: fc.constantFrom<FieldName>('invoiceNumber', 'supplierName', 'iban'), to: values, undo: fc.boolean() }),
  { maxLength: 12 },
);

test('whatever hands did: a field that changed was stopped at, and nothing is untouched that has a cause', () => {
  fc.assert(
    fc.property(fieldSteps, fc.oneof(fc.constant([]), fc.constant(['due-before-invoice'] as const)), (moves, acknowledged) => {
      const held = new Map<FieldName, Field>();
      const began = new Map<FieldName, Field>();
      const steps = moves.map(({ field, to, undo }): SupplierInvoiceEvent => {
        const before = held.get(field) ?? aField<string>('1', { state: 'check' });
        const after = aField<string>(to, { evidence: [person] });
        if (!began.has(field)) began.set(field, before);
        held.set(field, after);
        return { ...corrected(before, after, field), ...(undo && { undoes }) } as SupplierInvoiceEvent;
      });
      const told = touchesOf([...steps, verified(acknowledged)]);
      expect(told.untouched).toBe(told.causes.length === 0);
      expect(told.causes).toHaveLength(moves.length + acknowledged.length);
      expect(new Set(told.stopped)).toEqual(new Set(held.keys()));
      const differs = [...held.keys()].filter((name) => began.get(name)?.value !== held.get(name)?.value);
      expect(new Set(told.changed)).toEqual(new Set(differs));
      const tally = tallyTouches();
      tally.add(told);
      const { byCause, untouched } = tally.figures();
      expect(untouched === 1).toBe(Object.values(byCause).every((count) => count === 0));
    }),
  );
});
