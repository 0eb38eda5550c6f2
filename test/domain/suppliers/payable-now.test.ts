import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { holdsOn, type Payee, type PaymentNumber } from '../../../src/shared/domain/suppliers/index.ts';
import { exempelbolaget } from '../../make/invoices.ts';

const payee: Payee = {
  family: [exempelbolaget],
  numbers: [
    {
      id: asId('0190cccc-0000-7000-8000-000000000001'),
      rev: 1,
      supplierId: exempelbolaget.id,
      kind: 'bankgiro',
      number: '9912346',
    },
  ],
  changeWaits: false,
};
const from = (changes: Partial<PaymentNumber>) => payee.numbers.map((one) => ({ ...one, ...changes }));
const iban = { kind: 'iban', number: 'SE7050000000050011234563' } as const;
const theirs = { kind: 'bankgiro', number: '9912346' } as const;

test.each([
  [payee, [theirs], []],
  [payee, [], []],
  [payee, [{ kind: 'plusgiro', number: '9912346' }], ['payment-number-not-in-force']], // the same digits are another number
  [payee, [{ kind: 'iban', number: 'SE4550000000058398257466' }, theirs], []],
  [
    { ...payee, numbers: payee.numbers.map((one) => ({ ...one, state: 'ended' as const })) },
    [theirs],
    ['payment-number-not-in-force'],
  ],
  [{ ...payee, numbers: from({ fromDay: '2026-11-23' as Day }) }, [theirs], ['payment-number-not-in-force']], // tomorrow
  [{ ...payee, numbers: from({ fromDay: '2026-11-22' as Day, throughDay: '2026-11-22' as Day }) }, [theirs], []],
  [{ ...payee, numbers: from({ throughDay: '2026-11-21' as Day }) }, [theirs], ['payment-number-not-in-force']],
  [{ ...payee, numbers: from({ kind: 'bank-account', number: '5001-1234563' }) }, [iban], []], // the same account
  [{ ...payee, numbers: from({ kind: 'bank-account', number: '5001-1234571' }) }, [iban], ['payment-number-not-in-force']],
  [{ ...payee, changeWaits: true }, [theirs], ['change-waits']],
  [{ ...payee, family: [{ ...exempelbolaget, blockedFor: 'Bluffaktura' }] }, [theirs], ['supplier-blocked']],
  [{ ...payee, family: [{ ...exempelbolaget, endedOn: '2026-01-31' as never }] }, [theirs], ['supplier-ended']],
  [{ ...payee, family: [{ ...exempelbolaget, endedOn: '2026-11-22' as Day }] }, [theirs], []], // its last day
] as const)('%#', (of, paidTo, holds) => {
  expect(holdsOn(of, paidTo, '2026-11-22' as Day)).toEqual(holds);
});
