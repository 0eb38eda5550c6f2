import { describe, expect, test } from 'vitest';
import { asId, type PersonId, type SupplierInvoiceId } from '../../../src/shared/base/ids.ts';
import {
  decideBasket,
  decideGivingBackBasket,
  decideTakeOver,
  evolveLease,
  type Lease,
  refusedByLease,
} from '../../../src/shared/domain/work-queue/index.ts';
import { anna, bo } from '../../make/invoices.ts';

const at = 1_000_000;
const minute = 60_000;
const byAnna = { actor: anna, device: 'a' };
const byBo = { actor: bo, device: 'b' };
const invoice = (n: number) => asId<'supplierInvoice'>(`invoice-${n}`);
const lease = (id: SupplierInvoiceId, holder: PersonId, device: string, untilMs: number): Lease => ({
  id,
  rev: 1,
  unitId: '1',
  holder,
  device,
  token: 3,
  untilMs,
});
const place = (n: number, held?: Lease) => ({ invoiceId: invoice(n), lease: held, unitId: '1' });

describe('leases/take-basket', () => {
  test('takes what is free or has run out, renews what is one’s own, and leaves out what another holds or nobody knows', () => {
    const places = [
      place(1),
      place(2, lease(invoice(2), bo, 'b', at - 1)),
      place(3, lease(invoice(3), anna, 'a', at + minute)),
      place(4, lease(invoice(4), bo, 'b', at + minute)),
      { ...place(5), unitId: undefined },
    ];
    const taken = decideBasket(places, 480, byAnna, at);
    expect(taken).toMatchObject({
      ok: true,
      value: [
        { type: 'lease-taken', id: 'invoice-1', token: 1, untilMs: at + 480 * minute },
        { type: 'lease-taken', id: 'invoice-2', token: 4 },
        { type: 'lease-renewed', id: 'invoice-3' },
      ],
    });
  });
  test('is refused where nothing is free', () => {
    expect(decideBasket([place(1, lease(invoice(1), bo, 'b', at + 1))], 15, byAnna, at)).toEqual({
      ok: false,
      error: { code: 'nothing-free' },
    });
  });
});

describe('leases/give-back-basket', () => {
  test('gives back one’s own, and says when there were none', () => {
    const own = lease(invoice(1), anna, 'a', at);
    const given = decideGivingBackBasket([own, undefined, lease(invoice(2), bo, 'b', at)], byAnna);
    expect(given).toEqual({ ok: true, value: [{ on: 'lease', id: 'invoice-1', type: 'lease-given-back' }] });
    expect(decideGivingBackBasket([{ ...own, untilMs: 0 }], byAnna)).toEqual({ ok: false, error: { code: 'stale-lease' } });
  });
});

describe('leases/take-over', () => {
  const held = lease(invoice(1), anna, 'a', at + minute);
  const wants = { minutes: 15, reason: 'Anna har gått hem' };
  test.each([
    [undefined, byBo, 'nothing-to-take-over'],
    [{ ...held, untilMs: at }, byBo, 'nothing-to-take-over'], // it can just be taken
    [held, byAnna, 'nothing-to-take-over'],
    [held, byBo, 'ok'],
    [held, { actor: anna, device: 'another' }, 'ok'], // one's own, on a workstation that lies dead
  ] as const)('%#', (found, by, outcome) => {
    const decided = decideTakeOver(found, wants, by, at);
    expect(decided.ok ? 'ok' : decided.error.code).toBe(outcome);
  });
  test('tells the one who had it who took it and why, and makes the old token stale', () => {
    const decided = decideTakeOver(held, wants, byBo, at);
    if (!decided.ok || decided.value[0] === undefined) throw new Error('refused');
    const after = evolveLease(held, decided.value[0]);
    expect(after).toMatchObject({ holder: bo, takenFrom: anna, takeOverReason: 'Anna har gått hem', token: 4, unitId: '1' });
    expect(refusedByLease(after, { ...byAnna, token: 3 }, at)).toEqual({ code: 'stale-lease' });
    const next = evolveLease(
      { ...after, untilMs: 0 },
      { on: 'lease', id: after.id, type: 'lease-taken', unitId: '1', holder: anna, device: 'a', token: 5, untilMs: at },
    );
    expect(next).not.toHaveProperty('takeOverReason');
  });
});
