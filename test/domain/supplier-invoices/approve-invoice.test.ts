import { describe, expect, test } from 'vitest';
import { decideApproval, handsOn, mayBecome, nextStates, undoable } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, codeOf, evolved, noon } from '../../make/decisions.ts';
import { anna, aScannedInvoice, aVerifiedInvoice, bo } from '../../make/invoices.ts';

const scanned = aScannedInvoice();
const verified = aVerifiedInvoice({ verifiedBy: anna, despiteDuplicate: 'Samma nummer varje år.' });
const command = { invoiceId: verified.id };

describe('supplier-invoices/approve', () => {
  test.each([
    // invoice   hadAHand  by     outcome; each row passes all the rows above it
    [undefined, true, anna, 'not-found'],
    [scanned, true, anna, 'wrong-state'],
    [verified, true, anna, 'four-eyes'],
    [verified, true, bo, 'four-eyes'], // has corrected it, or verified it once and taken that back
    [verified, false, anna, 'four-eyes'],
    [verified, false, bo, 'ok'],
  ] as const)('%#: %s', (invoice, hadAHand, by, outcome) => {
    expect(codeOf(decideApproval({ invoice, hadAHand, payee: undefined }, command, by, noon))).toBe(outcome);
  });

  test('an approved invoice still knows who verified it, and why, and goes nowhere', () => {
    const approved = evolved(
      verified,
      allowed(decideApproval({ invoice: verified, hadAHand: false, payee: undefined }, command, bo, noon)),
    );
    expect(approved).toEqual({ ...verified, rev: 3, state: 'approved', approvedBy: bo, approvedAtMs: noon });
    expect(nextStates.approved).toEqual([]);
    expect(codeOf(decideApproval({ invoice: approved, hadAHand: false, payee: undefined }, command, bo, noon))).toBe(
      'wrong-state',
    );
  });

  test.each([
    // said of the payee                                seen                     outcome
    [[['on-warning-list', 'stop']], undefined, 'controls-unseen'],
    [[['on-warning-list', 'stop']], ['finding-open'], 'controls-unseen'],
    [[['on-warning-list', 'stop']], ['on-warning-list'], 'ok'],
    [
      [
        ['on-warning-list', 'stop'],
        ['finding-open', 'stop'],
      ],
      ['on-warning-list'],
      'controls-unseen',
    ],
    [
      [
        ['finding-open', 'warning'],
        ['f-tax-not-approved', 'warning'],
      ],
      undefined,
      'ok',
    ],
  ] as const)('controls of the payee, %#: %o', (said, seen, outcome) => {
    const remarks = said.map(([code, severity]) => ({ code, severity, detail: {} }));
    const result = decideApproval(
      { invoice: verified, hadAHand: false, payee: undefined, remarks },
      { ...command, seen },
      bo,
      noon,
    );
    expect(codeOf(result)).toBe(outcome);
    if (seen !== undefined && result.ok) expect(result.value).toMatchObject([{ type: 'invoice-approved', despite: seen }]);
  });

  test('every act that changes what is approved gives a hand in it', () => {
    const moves = [
      'invoice-parked',
      'invoice-resumed',
      'invoice-set-aside',
      'invoice-returned',
      'return-recalled',
      'note-written',
    ];
    const acts = undoable.filter((type) => !moves.includes(type));
    expect([...handsOn].sort()).toEqual([...acts].sort());
    expect(mayBecome('scanned', 'approved')).toBe(false);
  });
});
