import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideApproval,
  decideCorrection,
  decideDocumentType,
  decideParking,
  decideSettingAside,
  decideUndo,
  decideVerification,
  type SupplierInvoiceEvent,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, around, codeOf, evolved, noon, today } from '../../make/decisions.ts';
import { anna, aScannedInvoice, aVerification, aVerifiedInvoice, bo } from '../../make/invoices.ts';

const commandId = asId<'command'>('0190ffff-0000-7000-8000-000000000001');
const scanned = aScannedInvoice();
const verified = aVerifiedInvoice();
const original = aVerifiedInvoice({ id: asId('0190dddd-0000-7000-8000-00000000000b') });
const park = { invoiceId: scanned.id, reason: 'waits-for-supplier', note: ' ring dem ', returnsOn: null } as const;

describe('supplier-invoices/undo', () => {
  const undo = { invoiceId: scanned.id, undoes: commandId };
  const steps: Record<string, readonly SupplierInvoiceEvent[]> = {
    correction: allowed(
      decideCorrection(
        { invoice: scanned, supplier: undefined },
        { invoiceId: scanned.id, field: 'totalMinor', value: 7, raw: '0,07', page: null, box: null, seen: null },
        anna,
      ),
    ),
    verification: allowed(decideVerification({ invoice: scanned, around }, aVerification(), anna, noon)),
    'setting aside': allowed(
      decideSettingAside({ invoice: scanned, original }, { invoiceId: scanned.id, duplicateOf: original.id }, anna),
    ),
    parking: allowed(decideParking(scanned, park, anna, today)),
    'release of a twin': [
      {
        ...{ on: 'supplierInvoice', id: scanned.id, type: 'twin-released' },
        released: { otherId: original.id, kind: 'same-number', reason: 'delat uppdrag', by: anna, atMs: 5 },
      },
    ],
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
        { invoiceId: scanned.id, field: 'totalMinor', value: 8, raw: '0,08', page: null, box: null, seen: null },
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

  test('an approval is not taken back, nor the verification under it', () => {
    const vouched = steps.verification ?? [];
    const approval = allowed(
      decideApproval(
        { invoice: evolved(scanned, vouched), hadAHand: false, payee: undefined },
        { invoiceId: scanned.id },
        bo,
        noon,
      ),
    );
    const approved = evolved(evolved(scanned, vouched), approval);
    expect(codeOf(decideUndo({ invoice: approved, events: vouched }, undo, anna))).toBe('changed-since');
    expect(codeOf(decideUndo({ invoice: approved, events: approval }, undo, bo))).toBe('cannot-be-undone');
  });

  test('what the rules must look at anew is not redone by undoing its undoing', () => {
    for (const name of ['verification', 'setting aside']) {
      const changed = evolved(scanned, steps[name] ?? []);
      const back = allowed(decideUndo({ invoice: changed, events: steps[name] ?? [] }, undo, anna));
      expect(codeOf(decideUndo({ invoice: evolved(changed, back), events: back }, undo, anna)), name).toBe('cannot-be-undone');
    }
  });
});
