import { asId } from '../../src/shared/base/ids.ts';
import { bo, cecilia, exempelbolaget, theirBankgiro } from '../make/invoices.ts';
import type { Done } from './fake-registers.ts';

export const at = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 9);
export const otherId = asId<'supplier'>('0190bbbb-0000-7000-8000-000000000002');
export const changeId = asId<'registerChange'>('0190ffff-0000-7000-8000-00000000000a');
const { id } = exempelbolaget;

/** Exempelbolaget with a bankgiro in force since March and a telephone number since April, and another supplier. */
export const aRegister: readonly Done[] = [
  {
    by: bo,
    atMs: at(3, 2),
    event: {
      on: 'supplier',
      id,
      type: 'supplier-registered',
      name: 'Exempel AB',
      organisationNumber: '5566778899',
      city: 'Umeå',
    },
  },
  {
    by: bo,
    atMs: at(3, 2),
    event: { on: 'supplier', id: otherId, type: 'supplier-registered', name: 'Exempelbolaget i Norr AB' },
  },
  {
    by: cecilia,
    atMs: at(3, 3),
    event: {
      ...{ on: 'paymentNumber', id: theirBankgiro.id, type: 'payment-number-registered', supplierId: id },
      ...{ kind: 'bankgiro', number: theirBankgiro.number },
    },
  },
  {
    by: bo,
    atMs: at(4, 1),
    event: { on: 'supplier', id, type: 'supplier-facts-changed', facts: { name: exempelbolaget.name, phone: '0920-123 45' } },
  },
];

/** Somebody asks for another bankgiro, on the strength of a letter. */
export const asked = (by = bo, atMs = at(11, 21)): Done => ({
  by,
  atMs,
  event: {
    ...{ on: 'registerChange', id: changeId, type: 'change-requested', supplierId: id },
    wanted: {
      ...{ kind: 'add-payment-number', numberId: asId('0190cccc-0000-7000-8000-00000000000b'), numberKind: 'bankgiro' },
      ...{ number: '50501055', holder: null },
    },
    ...{ reason: 'De har bytt bank.', source: { kind: 'letter', note: 'Brev 2026-11-20', invoiceId: null } },
    ...{ ring: '0920-123 45', requestedBy: by, requestedAtMs: atMs },
  },
});

export const rang = (by = bo, confirmed = true): Done => ({
  by,
  atMs: at(11, 21),
  event: {
    ...{ on: 'registerChange', id: changeId, type: 'call-back-noted' },
    callBack: { by, atMs: at(11, 21), spokeWith: 'Eva i växeln', note: '', confirmed },
  },
});
