import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideGivingBack,
  decideLease,
  evolveLease,
  type Lease,
  type LeaseEvent,
  refusedByLease,
} from '../../../src/shared/domain/work-queue/index.ts';
import { commands } from '../../../src/shared/run/commands/index.ts';
import { allowed, codeOf, noon } from '../../make/decisions.ts';
import { anna, bo } from '../../make/invoices.ts';

const invoiceId = asId<'supplierInvoice'>('0190dddd-0000-7000-8000-000000000001');
const minute = 60_000;
const annaHere = { actor: anna, device: 'here' };
const annaThere = { actor: anna, device: 'there' };
const boHere = { actor: bo, device: 'here' };
const lease: Lease = { id: invoiceId, rev: 4, unitId: 'main', holder: anna, device: 'here', token: 7, untilMs: noon + minute };
const after = (held: Lease | undefined, events: readonly LeaseEvent[]): Lease | undefined => events.reduce(evolveLease, held);

describe('leases/take', () => {
  const command = { invoiceId, minutes: 15 };
  test.each([
    // facts                                    by          outcome
    [{ lease, unitId: undefined }, annaHere, 'not-found'],
    [{ lease, unitId: 'main' }, boHere, 'leased-by-other'],
    [{ lease, unitId: 'main' }, annaThere, 'leased-by-other'],
    [{ lease, unitId: 'main' }, annaHere, 'ok'],
    [{ lease: { ...lease, untilMs: noon }, unitId: 'main' }, boHere, 'ok'],
    [{ lease: undefined, unitId: 'main' }, boHere, 'ok'],
  ] as const)('%#: %s', (facts, by, outcome) => {
    expect(codeOf(decideLease(facts, command, by, noon))).toBe(outcome);
  });

  test('one’s own goes on under its token; somebody else’s gets the next one', () => {
    const take = (facts: { lease: Lease | undefined }, by: typeof annaHere) =>
      after(facts.lease, allowed(decideLease({ ...facts, unitId: 'main' }, command, by, noon)));
    expect(take({ lease }, annaHere)).toEqual({ ...lease, rev: 5, untilMs: noon + 15 * minute });
    expect(take({ lease: { ...lease, untilMs: 0 } }, boHere)).toEqual({
      ...lease,
      ...{ rev: 5, holder: bo, token: 8, untilMs: noon + 15 * minute },
    });
    expect(take({ lease: undefined }, boHere)).toMatchObject({ rev: 1, token: 1, holder: bo, device: 'here' });
  });

  test('is for a minute at least and eight hours at most', () => {
    const takes = (minutes: number) => commands['leases/take'].input.safeParse({ invoiceId, minutes }).success;
    expect([0, 1, 480, 481, 1.5].map(takes)).toEqual([false, true, true, false, false]);
  });
});

describe('leases/give-back', () => {
  test.each([
    [undefined, annaHere, 'stale-lease'],
    [lease, boHere, 'stale-lease'],
    [lease, annaThere, 'stale-lease'],
    [{ ...lease, untilMs: 0 }, annaHere, 'stale-lease'],
    [lease, annaHere, 'ok'],
  ] as const)('%#: %s', (held, by, outcome) => {
    expect(codeOf(decideGivingBack(held, by))).toBe(outcome);
  });

  test('frees it at once', () => {
    expect(after(lease, allowed(decideGivingBack(lease, annaHere)))).toEqual({ ...lease, rev: 5, untilMs: 0 });
  });
});

describe('what a lease stands in the way of', () => {
  test.each([
    // lease                        by          token   at       refused
    [undefined, boHere, null, noon, undefined],
    [undefined, boHere, 1, noon, 'stale-lease'],
    [lease, annaHere, 7, noon, undefined],
    [lease, annaHere, null, noon, undefined],
    [lease, annaHere, 6, noon, 'stale-lease'],
    [lease, annaThere, null, noon, 'leased-by-other'],
    [lease, boHere, null, noon, 'leased-by-other'],
    [lease, boHere, 7, noon, 'leased-by-other'], // a token that was not theirs
    [lease, boHere, null, noon + minute, undefined], // it has run out
    [lease, annaHere, 7, noon + minute, undefined], // it has run out, and nobody has taken it since
    [lease, boHere, null, null, undefined], // a workstation does not judge by its clock
    [lease, annaHere, 6, null, 'stale-lease'],
  ] as const)('%#', (held, by, token, atMs, code) => {
    expect(refusedByLease(held, { ...by, token }, atMs)?.code).toBe(code);
  });

  test('each command that decides on an invoice asks for it, and no other', () => {
    const asking = Object.entries(commands).filter(([, command]) => 'leaseOn' in command && command.leaseOn !== undefined);
    expect(asking.map(([name]) => name).sort()).toEqual([
      'supplier-invoices/change-document-type',
      'supplier-invoices/correct-field',
      'supplier-invoices/fetch-back',
      'supplier-invoices/hand-over',
      'supplier-invoices/link-supplier',
      'supplier-invoices/park',
      'supplier-invoices/release-twin',
      'supplier-invoices/report-fault',
      'supplier-invoices/resume',
      'supplier-invoices/set-aside-duplicate',
      'supplier-invoices/settle-fault',
      'supplier-invoices/undo',
      'supplier-invoices/verify',
    ]);
  });
});

const holders = [annaHere, annaThere, boHere, { actor: bo, device: 'there' }];
const act = fc.record({
  by: fc.nat(holders.length - 1),
  kind: fc.constantFrom('take' as const, 'take' as const, 'give back' as const, 'hand over' as const),
  minutes: fc.integer({ min: 1, max: 480 }),
  laterMs: fc.nat(600 * minute),
});

test('fencing: a token is current for one holder only, and a decision under an older one is refused (I7)', () => {
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let held: Lease | undefined;
      let atMs = noon;
      const holderOf = new Map<number, string>();
      for (const { by, kind, minutes, laterMs } of acts) {
        atMs += laterMs;
        const who = holders[by] ?? annaHere;
        const before = held;
        const result =
          kind === 'take'
            ? decideLease({ lease: held, unitId: 'main' }, { invoiceId, minutes }, who, atMs)
            : kind === 'give back'
              ? decideGivingBack(held, who)
              : ({ ok: true, value: handedOver(held) } as const);
        if (!result.ok) continue;
        held = after(held, result.value);
        if (held === undefined) continue;
        const holder = `${held.holder} ${held.device}`;
        expect(holderOf.get(held.token) ?? holder).toBe(holder);
        holderOf.set(held.token, holder);
        expect(held.token).toBeGreaterThanOrEqual(before?.token ?? 0);
        for (let token = 1; token < held.token; token += 1) {
          for (const each of holders) expect(refusedByLease(held, { ...each, token }, atMs)?.code).toBe('stale-lease');
          refusals += 1;
        }
        const others = holders.filter(({ actor, device }) => `${actor} ${device}` !== holder);
        if (held.untilMs > atMs)
          for (const each of others)
            expect(refusedByLease(held, { ...each, token: held.token }, atMs)?.code).toBe('leased-by-other');
      }
    }),
  );
  expect(refusals).toBeGreaterThan(100); // else it would hold of nothing
});

const handedOver = (held: Lease | undefined): readonly LeaseEvent[] =>
  held === undefined ? [] : [{ on: 'lease', id: invoiceId, type: 'lease-handed-over', unitId: '4711' }];
