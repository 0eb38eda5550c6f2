import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import { numberSkeleton } from '../../../src/shared/domain/supplier-control/index.ts';
import {
  decideCopyNote,
  decideCorrection,
  decideDocumentType,
  decideLink,
  decideParking,
  decideRegistration,
  decideResuming,
  decideVerification,
  type SupplierInvoice,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, around, codeOf, evolved, noon, today } from '../../make/decisions.ts';
import { aFile, anna, aScannedInvoice, aVerification, aVerifiedInvoice, exempelbolaget } from '../../make/invoices.ts';

const scanned = aScannedInvoice();
const verified = aVerifiedInvoice();
const park = { invoiceId: scanned.id, reason: 'waits-for-supplier', note: ' ring dem ', returnsOn: null } as const;
const parked = evolved(scanned, allowed(decideParking(scanned, park, anna, today)));

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
    expect(codeOf(decideRegistration({ file: aFile, twins: [] }, command))).toBe('ok');
    expect(codeOf(decideRegistration({ file: aFile, twins: [scanned] }, command))).toBe('already-registered');
  });

  test('a document of a file that was never received is nobody’s invoice', () => {
    expect(codeOf(decideRegistration({ file: undefined, twins: [scanned] }, command))).toBe('file-not-received');
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
                { invoiceId: scanned.id, field: wanted.field, value: wanted.value, raw: '', page: null, box: null, seen: null },
                anna,
              )
            : wanted.kind === 'verify'
              ? decideVerification({ invoice, around }, aVerification(), anna, noon)
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
