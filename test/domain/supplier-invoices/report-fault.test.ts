import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  alikeTwins,
  asTwin,
  decideApproval,
  decideFault,
  decideFaultSettling,
  decideFetchingBack,
  decideLetterNote,
  decideNote,
  decideParking,
  decideUndo,
  queueOf,
  type ReportFault,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, codeOf, evolved, noon, today } from '../../make/decisions.ts';
import { anna, aScannedInvoice, aVerifiedInvoice, bo } from '../../make/invoices.ts';

const scanned = aScannedInvoice();
const verified = aVerifiedInvoice();
const undoes = asId<'command'>('0190ffff-0000-7000-8000-000000000001');
const parks: ReportFault = {
  ...{ invoiceId: scanned.id, reason: 'wrong-vat', note: ' 12 %, inte 25 ', field: 'vatMinor', isDisputed: false },
  ...{ outcome: 'parks', returnsOn: null },
};
const stays: ReportFault = { ...parks, outcome: 'stays' };
const fault = { reason: 'wrong-vat', note: '12 %, inte 25', field: 'vatMinor', isDisputed: false, by: anna, atMs: noon } as const;
const parked = evolved(
  scanned,
  allowed(decideParking(scanned, { invoiceId: scanned.id, reason: 'other', note: '', returnsOn: null }, anna, today)),
);

describe('supplier-invoices/report-fault', () => {
  test.each([
    [undefined, stays, 'not-found'],
    [scanned, parks, 'ok'],
    [scanned, { ...parks, returnsOn: today }, 'returns-in-the-past'],
    [scanned, { ...parks, returnsOn: '2026-11-23' as Day }, 'ok'],
    [scanned, { ...parks, outcome: 'returns' }, 'ok'],
    [scanned, { ...stays, reason: 'other', note: '  ' }, 'fault-untold'],
    [scanned, { ...stays, reason: 'other', note: 'skadad' }, 'ok'],
    [parked, stays, 'ok'],
    [parked, parks, 'wrong-state'],
    [verified, stays, 'ok'],
    [verified, { ...parks, outcome: 'returns' }, 'wrong-state'],
    [evolved(scanned, allowed(decideFault(scanned, { ...parks, outcome: 'returns' }, anna, noon, today))), stays, 'wrong-state'],
  ] as const)('%#', (invoice, input, outcome) => {
    expect(codeOf(decideFault(invoice, input, anna, noon, today))).toBe(outcome);
  });

  test('a faulty invoice waits for its supplier, goes back to it, or stays, and the fault is on it', () => {
    expect(evolved(scanned, allowed(decideFault(scanned, parks, anna, noon, today)))).toEqual({
      ...{ ...scanned, rev: 3, state: 'parked', fault },
      ...{ parkedReason: 'waits-for-supplier', parkedNote: '12 %, inte 25', parkedBy: anna },
    });
    const returned = evolved(scanned, allowed(decideFault(scanned, { ...parks, outcome: 'returns' }, anna, noon, today)));
    expect(returned).toEqual({ ...scanned, rev: 3, state: 'returned', returnedBy: anna, fault });
    expect(queueOf(returned)).toBe('returned');
    expect(evolved(verified, allowed(decideFault(verified, stays, anna, noon, today)))).toEqual({
      ...verified,
      rev: verified.rev + 1,
      fault,
    });
  });

  test.each(['parks', 'returns', 'stays'] as const)('one that %s is taken back whole, and done again', (outcome) => {
    const events = allowed(decideFault(scanned, { ...parks, outcome }, anna, noon, today));
    const faulty = evolved(scanned, events);
    const back = allowed(decideUndo({ invoice: faulty, events }, { invoiceId: scanned.id, undoes }, anna));
    const { rev: _, ...restored } = evolved(faulty, back);
    const { rev: __, ...before } = scanned;
    expect(restored).toEqual(before);
    const again = allowed(decideUndo({ invoice: evolved(faulty, back), events: back }, { invoiceId: scanned.id, undoes }, anna));
    const { rev: ___, ...redone } = evolved(evolved(faulty, back), again);
    const { rev: ____, ...first } = faulty;
    expect(redone).toEqual(first);
  });

  test('another fault since then stands in the way of taking the first back', () => {
    const first = allowed(decideFault(scanned, stays, anna, noon, today));
    const faulty = evolved(scanned, first);
    const twice = evolved(faulty, allowed(decideFault(faulty, { ...stays, reason: 'unreadable' }, bo, noon + 1, today)));
    expect(twice.fault?.reason).toBe('unreadable');
    expect(codeOf(decideUndo({ invoice: twice, events: first }, { invoiceId: scanned.id, undoes }, anna))).toBe('changed-since');
  });
});

test('what is disputed is not approved until it is settled; supplier-invoices/settle-fault', () => {
  const disputed = evolved(verified, allowed(decideFault(verified, { ...stays, isDisputed: true }, anna, noon, today)));
  const approval = (invoice: typeof disputed) =>
    codeOf(decideApproval({ invoice, hadAHand: false, payee: undefined }, { invoiceId: verified.id }, bo, noon));
  expect(approval(disputed)).toBe('disputed');
  const settled = evolved(disputed, allowed(decideFaultSettling(disputed, { invoiceId: verified.id, reason: 'ny faktura kom' })));
  expect(settled.fault).toBeUndefined();
  expect(approval(settled)).toBe('ok');
  expect(codeOf(decideFaultSettling(settled, { invoiceId: verified.id, reason: 'en gång till' }))).toBe('no-fault');
  expect(codeOf(decideFaultSettling(undefined, { invoiceId: verified.id, reason: 'finns inte' }))).toBe('not-found');
});

test('supplier-invoices/fetch-back: a returned invoice is fetched back, with its fault; meanwhile it stands in no other’s way', () => {
  const returned = evolved(scanned, allowed(decideFault(scanned, { ...parks, outcome: 'returns' }, anna, noon, today)));
  const { rev: _, ...back } = evolved(returned, allowed(decideFetchingBack(returned)));
  expect(back).toEqual({ ...scanned, rev: undefined, fault });
  expect(codeOf(decideFetchingBack(scanned))).toBe('wrong-state');
  expect(codeOf(decideFetchingBack(undefined))).toBe('not-found');
  const sentAnew = aScannedInvoice({ id: asId('0190dddd-0000-7000-8000-00000000000e') });
  expect(alikeTwins(sentAnew, [asTwin(scanned, false)])).not.toEqual([]);
  expect(alikeTwins(sentAnew, [asTwin(returned, false)])).toEqual([]);
});

test('supplier-invoices/write-note: notes are left in any state, are kept through all of them, and taken back by their writer only', () => {
  const note = { invoiceId: scanned.id, text: ' Ring Åsa 👋 שלום ' };
  const written = allowed(decideNote(verified, note, anna, noon));
  const noted = evolved(verified, written);
  expect(noted.notes).toEqual([{ text: 'Ring Åsa 👋 שלום', by: anna, atMs: noon }]);
  expect(codeOf(decideNote(scanned, { ...note, text: ' \n ' }, anna, noon))).toBe('nothing-to-do');
  expect(codeOf(decideNote(undefined, note, anna, noon))).toBe('not-found');
  const full = { ...scanned, notes: Array.from({ length: 50 }, (_, atMs) => ({ text: 'x', by: bo, atMs })) };
  expect(codeOf(decideNote(full, note, anna, noon))).toBe('too-many-notes');
  expect(codeOf(decideUndo({ invoice: noted, events: written }, { invoiceId: scanned.id, undoes }, bo))).toBe('changed-since');
  const gone = evolved(noted, allowed(decideUndo({ invoice: noted, events: written }, { invoiceId: scanned.id, undoes }, anna)));
  expect(gone).toEqual({ ...verified, rev: verified.rev + 2 });
});

test('supplier-invoices/note-letter tells of a letter, and changes nothing else', () => {
  const made = { invoiceId: scanned.id, letterSha256: 'd'.repeat(64), language: 'en' } as const;
  expect(codeOf(decideLetterNote(undefined, made))).toBe('not-found');
  expect(evolved(scanned, allowed(decideLetterNote(scanned, made)))).toEqual({ ...scanned, rev: scanned.rev + 1 });
});
