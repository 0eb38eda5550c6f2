import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { program } from '../../../src/shared/domain/access/index.ts';
import {
  type ChangeAround,
  decideCallBack,
  decideChange,
  decideChangeReveal,
  decideNewSupplier,
  decideRequest,
  decideWithdrawal,
  effectsOf,
  evolveRegisterChange,
  type RegisterChange,
  shownChange,
  type WantedChange,
} from '../../../src/shared/domain/register-changes/index.ts';
import {
  evolvePaymentNumber,
  evolveSupplier,
  isInForce,
  type PaymentNumber,
  type Supplier,
} from '../../../src/shared/domain/suppliers/index.ts';
import { anna, bo, cecilia, exempelbolaget } from '../../make/invoices.ts';

const noon = Date.UTC(2026, 10, 22, 11);
const supplier: Supplier = { ...exempelbolaget, phone: '08-123 45 67' };
const other: Supplier = {
  ...exempelbolaget,
  id: asId('0190bbbb-0000-7000-8000-000000000077'),
  name: 'Exempelbolaget i Solna AB',
};
const merged: Supplier = { ...other, mergedInto: asId('0190bbbb-0000-7000-8000-000000000078') };
const known: PaymentNumber = {
  ...{ id: asId('0190cccc-0000-7000-8000-000000000001'), rev: 1, supplierId: supplier.id },
  ...{ kind: 'bankgiro', number: '9912346' },
};
const ended: PaymentNumber = { ...known, rev: 2, state: 'ended' };
const around: ChangeAround = { supplier, numbers: [known], survivor: undefined, absorbed: [], owner: undefined };
const account: PaymentNumber = { ...known, kind: 'bank-account', number: '5001-1234563' };
const add: WantedChange = {
  ...{ kind: 'add-payment-number', numberId: asId('0190cccc-0000-7000-8000-000000000002') },
  ...{ numberKind: 'bankgiro', number: '5050-1055', holder: null },
};
const end: WantedChange = { kind: 'end-payment-number', numberId: known.id };
const rename = (from: string | null, to = '556012-5790'): WantedChange => ({ kind: 'set-organisation-number', from, to });
const replace: WantedChange = { ...add, kind: 'replace-payment-number', replaces: known.id };
const toFactor: WantedChange = { kind: 'set-holder', numberId: known.id, from: null, to: 'Factor AB' };
const soleTrader: Supplier = { ...supplier, organisationNumber: '8803200016' };
const changeId = asId<'registerChange'>('0190dddd-0000-7000-8000-000000000001');
const today = '2026-11-22' as Day;
const merge = (into: Supplier): WantedChange => ({ kind: 'merge', into: into.id });

const ask = (wanted: WantedChange, facts: ChangeAround = around) =>
  decideRequest(
    { ...facts, change: undefined },
    {
      changeId: asId('0190dddd-0000-7000-8000-000000000001'),
      supplierId: supplier.id,
      wanted,
      reason: 'Brev från leverantören',
      source: { kind: 'letter', note: 'inkom 20 november', invoiceId: null },
    },
    anna,
    noon,
  );
function pending(wanted: WantedChange): RegisterChange {
  const asked = ask(wanted, { ...around, survivor: other });
  if (!asked.ok || asked.value[0] === undefined) throw new Error('not asked for');
  return evolveRegisterChange(undefined, asked.value[0]);
}
function rung(change: RegisterChange, by = anna, confirmed = true): RegisterChange {
  const noted = decideCallBack(change, { changeId: change.id, spokeWith: 'Ek, ekonomi', note: '', confirmed }, by, noon);
  if (!noted.ok || noted.value[0] === undefined) throw new Error('not noted');
  return evolveRegisterChange(change, noted.value[0]);
}
const outcomeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code;

describe('asking for a change', () => {
  test.each([
    [add, around, 'ok'],
    [{ ...add, number: '5050-1056' }, around, 'wrong-payment-number'],
    [{ ...add, number: '991-2346' }, around, 'register-has-moved'],
    [{ ...add, number: '991-2346' }, { ...around, numbers: [ended] }, 'ok'],
    [{ ...add, bic: 'ESSESESS' }, around, 'wrong-bic'], // of a bankgiro there is none
    [{ ...add, numberKind: 'bank-account', number: '5001-123 45 64' }, around, 'wrong-payment-number'],
    [{ ...add, numberKind: 'bank-account', number: '5001-123 45 63' }, around, 'ok'],
    [
      { ...add, numberKind: 'iban', number: 'SE70 5000 0000 0500 1123 4563' },
      { ...around, numbers: [account] },
      'register-has-moved',
    ],
    [replace, around, 'ok'],
    [{ ...replace, number: '991-2347' }, around, 'wrong-payment-number'],
    [replace, { ...around, numbers: [ended] }, 'register-has-moved'],
    [replace, { ...around, numbers: [known, { ...known, id: asId('z'), number: '50501055' }] }, 'register-has-moved'],
    [toFactor, around, 'ok'],
    [toFactor, { ...around, numbers: [{ ...known, holder: 'Factor AB' }] }, 'register-has-moved'],
    [{ ...toFactor, to: ' ' }, around, 'register-has-moved'], // nobody's now, and nobody's then
    [{ kind: 'lift-protection' }, around, 'register-has-moved'],
    [{ kind: 'lift-protection' }, { ...around, supplier: { ...supplier, protectedBy: bo } }, 'ok'],
    [rename('880320-••••'), { ...around, supplier: soleTrader }, 'ok'], // as the screen shows it
    [rename('880320-••••', '8803200016'), { ...around, supplier: soleTrader }, 'register-has-moved'],
    [{ ...merge(other), facts: { name: ' ' } }, { ...around, survivor: other }, 'wrong-facts'],
    [{ ...merge(other), facts: { email: 'a@b.se' } }, { ...around, survivor: other }, 'ok'],
    [end, around, 'ok'],
    [end, { ...around, numbers: [ended] }, 'register-has-moved'],
    [rename('5566778899'), around, 'ok'],
    [rename(null), around, 'register-has-moved'],
    [rename('5566778899', '556012-5791'), around, 'wrong-organisation-number'],
    [rename('5566778899'), { ...around, owner: other }, 'not-unique'],
    [{ kind: 'block', blockedFor: 'Bluffaktura' }, around, 'ok'],
    [{ kind: 'unblock' }, around, 'register-has-moved'],
    [{ kind: 'set-payment-days', from: null, to: 30 }, around, 'ok'],
    [{ kind: 'set-payment-days', from: 20, to: 30 }, around, 'register-has-moved'],
    [merge(other), { ...around, survivor: other }, 'ok'],
    [merge(supplier), { ...around, survivor: supplier }, 'merges-with-itself'],
    [merge(merged), { ...around, survivor: merged }, 'already-merged'],
    [merge(other), { ...around, survivor: other, absorbed: [merged] }, 'already-merged'],
    [{ kind: 'un-merge' }, around, 'register-has-moved'],
    [add, { ...around, supplier: undefined }, 'not-found'],
  ] as readonly (readonly [WantedChange, ChangeAround, string])[])('registers/request-change %#', (wanted, facts, outcome) => {
    expect(outcomeOf(ask(wanted, facts))).toBe(outcome);
  });

  test('the number to ring is the register’s own, whatever the letter says', () => {
    expect(pending(add)).toMatchObject({ ring: '08-123 45 67', requestedBy: anna, state: 'pending' });
  });
});

describe('deciding a change', () => {
  const facts = { ...around, hadAHand: false };
  test.each([
    // change               more facts               by       outcome
    [undefined, facts, bo, 'not-found'],
    [pending(add), facts, anna, 'four-eyes'], // asked for it
    [rung(pending(add), bo), facts, bo, 'four-eyes'], // rang about it
    [rung(pending(add)), { ...facts, hadAHand: true }, bo, 'four-eyes'], // put the supplier in the register
    [pending(add), facts, bo, 'call-back-missing'],
    [rung(pending(add), anna, false), facts, bo, 'call-back-missing'], // the supplier said no
    [rung(pending(add)), { ...facts, numbers: [{ ...known, number: '50501055' }] }, bo, 'register-has-moved'],
    [rung(pending(add)), facts, bo, 'ok'],
    [pending(replace), facts, bo, 'call-back-missing'],
    [pending(toFactor), facts, bo, 'call-back-missing'],
    [rung(pending(toFactor)), facts, bo, 'ok'],
    [pending(end), facts, bo, 'ok'],
    [rung(pending(add), cecilia), facts, bo, 'ok'],
  ] as const)('registers/decide-change %#', (change, around, by, outcome) => {
    const decided = decideChange({ ...around, change }, { changeId: asId('x'), refusal: null }, by, noon);
    expect(outcomeOf(decided)).toBe(outcome);
  });

  test('a refusal needs a second person and no call; what is settled is settled', () => {
    const change = pending(add);
    const refusal = { changeId: change.id, refusal: 'Numret tillhör någon annan' };
    expect(outcomeOf(decideChange({ ...facts, change }, refusal, anna, noon))).toBe('four-eyes');
    const refused = decideChange({ ...facts, change }, refusal, bo, noon);
    if (!refused.ok || refused.value[0]?.on !== 'registerChange') throw new Error('not refused');
    const after = evolveRegisterChange(change, refused.value[0]);
    expect(after).toMatchObject({ state: 'refused', decidedBy: bo, refusal: 'Numret tillhör någon annan' });
    expect(outcomeOf(decideChange({ ...facts, change: after }, { ...refusal, refusal: null }, cecilia, noon))).toBe(
      'wrong-state',
    );
    expect(outcomeOf(decideWithdrawal(after, anna))).toBe('wrong-state');
  });

  test('registers/withdraw-change and registers/note-call-back: only who asked takes it back; a call is noted while it waits', () => {
    expect(outcomeOf(decideWithdrawal(pending(add), bo))).toBe('not-yours');
    expect(outcomeOf(decideWithdrawal(pending(add), anna))).toBe('ok');
    expect(
      outcomeOf(decideCallBack(undefined, { changeId: asId('x'), spokeWith: '', note: '', confirmed: true }, bo, noon)),
    ).toBe('not-found');
  });

  test('each kind does to the register what it says, and un-doing gives the row back as it was', () => {
    const changed = (row: Supplier, wanted: WantedChange): Supplier => {
      const [event] = effectsOf({ id: changeId, supplierId: row.id, wanted }, today);
      if (event?.on !== 'supplier') throw new Error('of a number');
      return evolveSupplier(row, event);
    };
    const blocked = changed(supplier, { kind: 'block', blockedFor: 'Bluffaktura' });
    expect(blocked.blockedFor).toBe('Bluffaktura');
    expect(changed(blocked, { kind: 'unblock' })).toEqual({ ...supplier, rev: 3 });
    const gone = changed(supplier, merge(other));
    expect(gone.mergedInto).toBe(other.id);
    expect(changed(gone, { kind: 'un-merge' })).toEqual({ ...supplier, rev: 3 });
    expect(changed(supplier, rename('5566778899', '5560125790')).organisationNumber).toBe('5560125790');
    const hidden = { ...supplier, protectedBy: bo };
    expect(changed(hidden, { kind: 'lift-protection' })).toEqual({ ...supplier, rev: 2 });
  });

  /** The numbers after a change that is approved today. */
  const numbersAfter = (wanted: WantedChange): readonly PaymentNumber[] => {
    const rows = new Map([[known.id, known]]);
    for (const event of effectsOf({ id: changeId, supplierId: supplier.id, wanted }, today))
      if (event.on === 'paymentNumber') rows.set(event.id, evolvePaymentNumber(rows.get(event.id), event));
    return [...rows.values()];
  };
  const inForce = (numbers: readonly PaymentNumber[], day: string) =>
    numbers.filter((one) => isInForce(one, day as Day)).map(({ number }) => number);

  test.each([
    [undefined, '2026-11-21', ['9912346']],
    [undefined, '2026-11-22', ['50501055']], // from the day it is approved
    ['2026-12-01', '2026-11-30', ['9912346']],
    ['2026-12-01', '2026-12-01', ['50501055']],
    ['2026-11-01', '2026-11-21', ['9912346']], // not before it is approved, whatever was asked for
    ['2026-11-01', '2026-11-22', ['50501055']],
  ] as const)('one number takes another’s place without a gap: from %s, on %s', (fromDay, day, numbers) => {
    const wanted = { ...replace, number: '50501055', ...(fromDay !== undefined && { fromDay: fromDay as Day }) };
    expect(inForce(numbersAfter(wanted), day)).toEqual(numbers);
  });

  test('a number that is added, ended or another’s says from which day, until which day, whose, and by which change', () => {
    const added = {
      ...add,
      number: 'SE4550000000058398257466',
      numberKind: 'iban' as const,
      bic: 'ESSESESS',
      holder: 'Factor AB',
    };
    expect(numbersAfter(added).at(-1)).toMatchObject({ bic: 'ESSESESS', holder: 'Factor AB', fromDay: today, changeId });
    expect(numbersAfter(end)).toMatchObject([{ throughDay: '2026-11-21' }]);
    expect(numbersAfter({ ...end, throughDay: '2026-12-31' as Day })).toMatchObject([{ throughDay: '2026-12-31' }]);
    expect(numbersAfter({ ...end, throughDay: '2026-01-31' as Day })).toMatchObject([{ throughDay: '2026-11-21' }]);
    expect(numbersAfter(toFactor)).toMatchObject([{ holder: 'Factor AB', changeId, rev: 2 }]);
    const back = evolvePaymentNumber(
      { ...known, holder: 'Factor AB' },
      { on: 'paymentNumber', id: known.id, type: 'payment-number-holder-set', holder: null, changeId },
    );
    expect(back).toEqual({ ...known, rev: 2, changeId });
  });

  test('an event of an older version, which kept no day, ends a number at once', () => {
    expect(evolvePaymentNumber(known, { on: 'paymentNumber', id: known.id, type: 'payment-number-ended' })).toEqual(ended);
  });

  test('a merge gives the one that stays the facts that were chosen, and nothing else', () => {
    const wanted: WantedChange = { kind: 'merge', into: other.id, facts: { email: 'a@b.se', city: 'Malmö' } };
    const effects = effectsOf({ id: changeId, supplierId: supplier.id, wanted }, today);
    expect(effects).toMatchObject([
      { id: supplier.id, type: 'supplier-merged' },
      { id: other.id, type: 'supplier-facts-changed', facts: { email: 'a@b.se', city: 'Malmö' } },
    ]);
    expect(effectsOf({ id: changeId, supplierId: supplier.id, wanted: merge(other) }, today)).toHaveLength(1);
  });
});

test('registers/reveal-change: only a person’s number, only while it waits; the change stays as it was', () => {
  const reason = 'ska avgöra ändringen';
  const ofPerson = pending(rename('5566778899', '880320-0016'));
  expect(outcomeOf(decideChangeReveal(undefined, { reason }))).toBe('not-found');
  expect(outcomeOf(decideChangeReveal(pending(add), { reason }))).toBe('nothing-covered');
  const revealed = decideChangeReveal(ofPerson, { reason });
  if (!revealed.ok || revealed.value[0] === undefined) throw new Error('not revealed');
  expect(evolveRegisterChange(ofPerson, revealed.value[0])).toEqual({ ...ofPerson, rev: 2 });
  expect(shownChange(ofPerson, false).wanted).toMatchObject({ from: '5566778899', to: '880320-••••' });
});

test('a new supplier’s payment numbers wait, also those that come in the program’s name', () => {
  const command = {
    ...{
      supplierId: supplier.id,
      name: 'Nya AB',
      organisationNumber: null,
      vatNumber: null,
      street: null,
      postcode: null,
      city: null,
    },
    paymentNumbers: [{ id: known.id, kind: 'bankgiro' as const, number: '991-2346' }],
  };
  const typesFor = (by: typeof anna) => {
    const result = decideNewSupplier([], command, by, noon);
    return result.ok && result.value.map(({ type }) => type);
  };
  expect(typesFor(anna)).toEqual(['supplier-registered', 'change-requested']);
  expect(typesFor(program)).toEqual(['supplier-registered', 'change-requested']);
  const hidden = decideNewSupplier([], { ...command, paymentNumbers: [], protect: true }, anna, noon);
  expect(hidden.ok && hidden.value.map(({ type }) => type)).toEqual(['supplier-registered', 'identity-protected']);

  const source = { kind: 'invoice', note: 'faktura 4711', invoiceId: null } as const;
  const iban = {
    id: known.id,
    kind: 'iban' as const,
    number: 'SE45 5000 0000 0583 9825 7466',
    bic: 'essesess',
    holder: 'Factor AB',
  };
  const shown = decideNewSupplier([], { ...command, paymentNumbers: [iban], source }, anna, noon);
  expect(shown.ok && shown.value[1]).toMatchObject({
    ...{ type: 'change-requested', source },
    wanted: { number: 'SE4550000000058398257466', bic: 'ESSESESS', holder: 'Factor AB' },
  });
});
