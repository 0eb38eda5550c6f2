import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Result } from '../../../src/shared/base/result.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import {
  type Around,
  type CorrectField,
  decideCopyNote,
  decideCorrection,
  decideDocumentType,
  decideLink,
  decideParking,
  decideRegistration,
  decideResuming,
  decideUndo,
  decideVerification,
  evolveSupplierInvoice,
  numberSkeleton,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { aField, anna, aScannedInvoice, bo, exempelbolaget, someFields, theirBankgiro } from '../../make/invoices.ts';

const today = '2026-11-22' as Day;
const noon = Date.UTC(2026, 10, 22, 11);
const commandId = asId<'command'>('0190ffff-0000-7000-8000-000000000001');
const around: Around = { today, supplier: exempelbolaget, paymentNumbers: [theirBankgiro], twins: [] };

const scanned = aScannedInvoice();
const evolved = (invoice: SupplierInvoice, events: readonly SupplierInvoiceEvent[]): SupplierInvoice =>
  events.reduce<SupplierInvoice>(evolveSupplierInvoice, invoice);
const allowed = (result: Result<readonly SupplierInvoiceEvent[], { readonly code: string }>): readonly SupplierInvoiceEvent[] => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: Result<unknown, { readonly code: string }>): string => (result.ok ? 'ok' : result.error.code);

const verified = evolved(
  scanned,
  allowed(decideVerification({ invoice: scanned, around }, { invoiceId: scanned.id, acknowledged: [] }, anna, noon)),
);
const park = { invoiceId: scanned.id, reason: 'waits-for-supplier', note: ' ring dem ', returnsOn: null } as const;
const parked = evolved(scanned, allowed(decideParking(scanned, park, anna, today)));

describe('supplier-invoices/verify', () => {
  const undecided = aScannedInvoice({ fields: someFields({ invoiceNumber: aField('10045', { state: 'check' }) }) });
  const wrong = aScannedInvoice({ fields: someFields({ totalMinor: aField(1) }) });
  const warned = aScannedInvoice({ fields: someFields({ ocrReference: aField('123068') }) });
  test.each([
    // invoice   acknowledged             outcome; each row passes all the rows above it
    [undefined, [], 'not-found'],
    [verified, [], 'wrong-state'],
    [parked, [], 'wrong-state'],
    [undecided, [], 'fields-undecided'],
    [wrong, [], 'stopped-by-checks'],
    [warned, [], 'warnings-unseen'],
    [warned, ['wrong-ocr-reference'], 'ok'],
    [scanned, [], 'ok'],
  ] as const)('%#: %s', (invoice, acknowledged, outcome) => {
    expect(codeOf(decideVerification({ invoice, around }, { invoiceId: scanned.id, acknowledged }, anna, noon))).toBe(outcome);
  });

  test('a field that is missing stops it only when every invoice must have it', () => {
    const optional = aScannedInvoice({ fields: someFields({ vatNumber: aField<string>(null, { state: 'missing' }) }) });
    expect(
      codeOf(decideVerification({ invoice: optional, around }, { invoiceId: scanned.id, acknowledged: [] }, anna, noon)),
    ).toBe('ok');
  });
});

describe('supplier-invoices/correct-field', () => {
  const correct = (changes: Partial<CorrectField> = {}): CorrectField => ({
    invoiceId: scanned.id,
    field: 'invoiceNumber',
    value: '10046',
    raw: '10046',
    page: null,
    box: null,
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
});

describe('supplier-invoices/park and supplier-invoices/resume', () => {
  test.each([
    [undefined, park, 'not-found'],
    [verified, park, 'wrong-state'],
    [scanned, { ...park, returnsOn: today }, 'returns-in-the-past'],
    [scanned, { ...park, returnsOn: '2026-11-23' as Day }, 'ok'],
    [scanned, park, 'ok'],
  ] as const)('%#: %s', (invoice, command, outcome) => {
    expect(codeOf(decideParking(invoice, command, anna, today))).toBe(outcome);
  });

  test('a parked invoice knows why, and forgets it when it is taken back', () => {
    expect(parked).toMatchObject({ state: 'parked', parkedReason: 'waits-for-supplier', parkedNote: 'ring dem', parkedBy: anna });
    expect(evolved(parked, allowed(decideResuming(parked)))).toEqual({ ...scanned, rev: 3 });
    expect(codeOf(decideResuming(scanned))).toBe('wrong-state');
    expect(codeOf(decideResuming(undefined))).toBe('not-found');
  });
});

describe('supplier-invoices/register', () => {
  const { id: _id, rev: _rev, state: _state, fields, lines, vat, documentType, supplierId: _supplierId, ...facts } = scanned;
  const command = { invoiceId: scanned.id, proposal: { fields, lines, vat, documentType }, supplierId: null, ...facts };

  test('a document becomes one invoice, once', () => {
    expect(codeOf(decideRegistration([], command))).toBe('ok');
    expect(codeOf(decideRegistration([scanned], command))).toBe('already-registered');
  });
});

describe('supplier-invoices/change-document-type and supplier-invoices/link-supplier', () => {
  test.each([
    [decideDocumentType(undefined, { invoiceId: scanned.id, documentType: 'reminder' }), 'not-found'],
    [decideDocumentType(verified, { invoiceId: scanned.id, documentType: 'reminder' }), 'wrong-state'],
    [decideDocumentType(scanned, { invoiceId: scanned.id, documentType: 'reminder' }), 'ok'],
    [
      decideLink({ invoice: scanned, supplier: undefined }, { invoiceId: scanned.id, supplierId: exempelbolaget.id }),
      'not-found',
    ],
    [
      decideLink({ invoice: parked, supplier: exempelbolaget }, { invoiceId: scanned.id, supplierId: exempelbolaget.id }),
      'wrong-state',
    ],
    [decideLink({ invoice: scanned, supplier: exempelbolaget }, { invoiceId: scanned.id, supplierId: exempelbolaget.id }), 'ok'],
  ] as const)('%#', (result, outcome) => {
    expect(codeOf(result)).toBe(outcome);
  });
});

test('supplier-invoices/note-copy tells of a copy in any state, and changes nothing else', () => {
  const note = { invoiceId: scanned.id, copySha256: 'c'.repeat(64), pageCount: 2 };
  expect(codeOf(decideCopyNote(undefined, note))).toBe('not-found');
  for (const invoice of [scanned, parked, verified])
    expect(evolved(invoice, allowed(decideCopyNote(invoice, note)))).toEqual({ ...invoice, rev: invoice.rev + 1 });
});

describe('supplier-invoices/undo', () => {
  const undo = { invoiceId: scanned.id, undoes: commandId };
  const steps: Record<string, readonly SupplierInvoiceEvent[]> = {
    correction: allowed(
      decideCorrection(
        { invoice: scanned, supplier: undefined },
        { invoiceId: scanned.id, field: 'totalMinor', value: 7, raw: '0,07', page: null, box: null },
        anna,
      ),
    ),
    verification: allowed(
      decideVerification({ invoice: scanned, around }, { invoiceId: scanned.id, acknowledged: [] }, anna, noon),
    ),
    parking: allowed(decideParking(scanned, park, anna, today)),
    'change of type': allowed(decideDocumentType(scanned, { invoiceId: scanned.id, documentType: 'reminder' })),
  };

  test.each(Object.entries(steps))('a %s taken back leaves the invoice as it was, but for its revision', (_, events) => {
    const changed = evolved(scanned, events);
    const back = allowed(decideUndo({ invoice: changed, events }, undo, anna));
    const { rev, ...rest } = evolved(changed, back);
    const { rev: before, ...original } = scanned;
    expect(rest).toEqual(original);
    expect(rev).toBe(before + events.length + back.length);
    expect(back.every((event) => 'undoes' in event && event.undoes === commandId)).toBe(true);
  });

  test('what has been built upon cannot be taken back', () => {
    const first = steps.correction ?? [];
    const second = allowed(
      decideCorrection(
        { invoice: evolved(scanned, first), supplier: undefined },
        { invoiceId: scanned.id, field: 'totalMinor', value: 8, raw: '0,08', page: null, box: null },
        bo,
      ),
    );
    expect(codeOf(decideUndo({ invoice: evolved(evolved(scanned, first), second), events: first }, undo, anna))).toBe(
      'changed-since',
    );
    expect(codeOf(decideUndo({ invoice: verified, events: first }, undo, anna))).toBe('changed-since');
    expect(codeOf(decideUndo({ invoice: scanned, events: [] }, undo, anna))).toBe('not-found');
    expect(
      codeOf(
        decideUndo(
          {
            invoice: scanned,
            events: [{ on: 'supplierInvoice', id: scanned.id, type: 'copy-made', copySha256: '', pageCount: 1 }],
          },
          undo,
          anna,
        ),
      ),
    ).toBe('cannot-be-undone');
  });
});

test('whatever is decided can be evolved, and the revision grows by one with each event', () => {
  const field = fc.constantFrom(...fieldNames);
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('correct' as const),
      field,
      value: fc.option(fc.oneof(fc.string(), fc.integer(), fc.constantFrom('2026-11-02', 'SEK', '9912346'))),
    }),
    fc.record({ kind: fc.constantFrom('verify' as const, 'park' as const, 'resume' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let invoice: SupplierInvoice = scanned;
      for (const wanted of steps) {
        const result =
          wanted.kind === 'correct'
            ? decideCorrection(
                { invoice, supplier: undefined },
                { invoiceId: scanned.id, field: wanted.field, value: wanted.value, raw: '', page: null, box: null },
                anna,
              )
            : wanted.kind === 'verify'
              ? decideVerification({ invoice, around }, { invoiceId: scanned.id, acknowledged: [] }, anna, noon)
              : wanted.kind === 'park'
                ? decideParking(invoice, park, anna, today)
                : decideResuming(invoice);
        if (!result.ok) continue;
        const next: SupplierInvoice = evolved(invoice, result.value);
        expect(next.rev).toBe(invoice.rev + result.value.length);
        invoice = next;
      }
    }),
  );
});

test.each([
  ['1OO45', '10045'],
  ['l0045', '10045'],
  ['70045', '10045'],
  ['10-045', '10045'],
  ['0010045', '10045'],
  ['5B1', 'S81'],
])('%s looks like %s', (one, other) => {
  expect(numberSkeleton(one)).toBe(numberSkeleton(other));
});
