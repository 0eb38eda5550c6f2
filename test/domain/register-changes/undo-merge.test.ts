import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type ChangeAround,
  decideChange,
  decideRequest,
  evolveRegisterChange,
  mergeBehind,
  type RegisterChange,
  shownChange,
  shownChangeEvent,
  undoableThrough,
  undoDaysOn,
  type WantedChange,
} from '../../../src/shared/domain/register-changes/index.ts';
import {
  evolveSupplier,
  type MergeFacts,
  mergeFacts,
  type PlainFact,
  type Supplier,
} from '../../../src/shared/domain/suppliers/index.ts';
import { anna, bo, exempelbolaget } from '../../make/invoices.ts';

const noon = Date.UTC(2026, 10, 22, 11);
const dayMs = 86_400_000;
const goes: Supplier = exempelbolaget;
const stays: Supplier = { ...exempelbolaget, id: asId('0190bbbb-0000-7000-8000-000000000077'), name: 'Bolaget i Solna AB' };

type Register = { readonly goes: Supplier; readonly stays: Supplier; readonly changes: readonly RegisterChange[] };

/** Asks, and another decides; the register after it, or why not. */
function change(register: Register, wanted: WantedChange, atMs: number): Register | string {
  const around: ChangeAround = {
    ...{ supplier: register.goes, numbers: [], survivor: register.stays, absorbed: [], owner: undefined },
    merge: mergeBehind(register.changes),
  };
  const changeId = asId<'registerChange'>(`c${register.changes.length}`);
  const source = { kind: 'register', note: '', invoiceId: null } as const;
  const input = { changeId, supplierId: goes.id, wanted, reason: 'de är samma', source };
  const asked = decideRequest({ ...around, change: undefined }, input, anna, atMs);
  if (!asked.ok) return asked.error.code;
  const pending = asked.value.reduce<RegisterChange | undefined>(evolveRegisterChange, undefined);
  const decided = decideChange({ ...around, change: pending, hadAHand: false }, { changeId, refusal: null }, bo, atMs);
  if (!decided.ok) return decided.error.code;
  let { goes: one, stays: other } = register;
  let settled = pending;
  for (const event of decided.value)
    if (event.on === 'registerChange') settled = evolveRegisterChange(settled, event);
    else if (event.on === 'supplier' && event.id === one.id) one = evolveSupplier(one, event);
    else if (event.on === 'supplier') other = evolveSupplier(other, event);
  if (settled === undefined) throw new Error('nothing was decided');
  return { goes: one, stays: other, changes: [...register.changes, settled] };
}
const made = (outcome: Register | string): Register => {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
};
const bare = ({ rev: _, ...supplier }: Supplier) => supplier;

// In their normal forms, so that what is asked for is what is given.
const facts: { readonly [Name in Exclude<PlainFact, 'phone'>]: readonly string[] } = {
  ...{ name: ['Ett AB', 'Två AB'], vatNumber: ['SE556016068001', 'SE556036079301'], street: ['Ågatan 1', 'Box 2'] },
  ...{ postcode: ['901 00', '111 22'], city: ['Umeå', 'Lund'], email: ['a@b.se', 'c@d.se'] },
  ...{ gln: ['7350000000009', '7350000000016'], peppolId: ['0007:5560160680', '0007:5560360793'] },
};
const known: fc.Arbitrary<MergeFacts> = fc.record(
  Object.fromEntries(mergeFacts.map((name) => [name, fc.constantFrom(...facts[name])])),
  { requiredKeys: [] },
);

describe('a merge that is undone', () => {
  test('gives both back as they were, all but what somebody has changed since', () => {
    fc.assert(
      fc.property(
        known,
        known,
        known,
        known,
        fc.integer({ min: 0, max: undoDaysOn('2026-11-22' as Day) }),
        (own, theirs, taken, since, days) => {
          const before: Register = {
            goes: { ...goes, ...own } as Supplier,
            stays: { ...stays, ...theirs } as Supplier,
            changes: [],
          };
          const merged = made(change(before, { kind: 'merge', into: stays.id, facts: taken }, noon));
          expect(merged.goes.mergedInto).toBe(stays.id);
          expect(merged.stays).toMatchObject(taken);
          const later = evolveSupplier(merged.stays, {
            on: 'supplier',
            id: stays.id,
            type: 'supplier-facts-changed',
            facts: since,
          });
          const apart = made(change({ ...merged, stays: later }, { kind: 'un-merge' }, noon + days * dayMs));
          expect(bare(apart.goes)).toEqual(bare(before.goes));
          const changed = mergeFacts.filter((name) => later[name] !== merged.stays[name]);
          const kept = Object.fromEntries(changed.map((name) => [name, later[name]]));
          expect(bare(apart.stays)).toEqual({ ...bare(before.stays), ...kept });
        },
      ),
    );
  });

  test('can be undone through a day, and is said to be too old after it', () => {
    const merged = made(change({ goes, stays, changes: [] }, { kind: 'merge', into: stays.id }, noon));
    const merge = mergeBehind(merged.changes);
    if (merge === undefined) throw new Error('not merged');
    expect(undoableThrough(merge)).toBe(addDays('2026-11-22' as Day, 30));
    expect(change(merged, { kind: 'un-merge' }, noon + 31 * dayMs)).toBe('merge-too-old');
    expect(change({ ...merged, changes: [] }, { kind: 'un-merge' }, noon + 31 * dayMs)).not.toBe('merge-too-old'); // nobody knows when
  });

  test('what the one that stays had is shown to nobody by the change', () => {
    const protectedStays: Supplier = { ...stays, city: 'Hemlig ort', protectedBy: bo };
    const wanted: WantedChange = { kind: 'merge', into: stays.id, facts: { city: 'Umeå' } };
    const [settled] = made(change({ goes, stays: protectedStays, changes: [] }, wanted, noon)).changes;
    if (settled === undefined) throw new Error('not merged');
    expect(settled.wanted).toMatchObject({ was: { city: 'Hemlig ort' } });
    const event = {
      on: 'registerChange',
      id: settled.id,
      type: 'change-approved',
      by: bo,
      atMs: noon,
      was: { city: 'Hemlig ort' },
    } as const;
    expect(JSON.stringify([shownChange(settled, false), shownChangeEvent(event, false)])).not.toContain('Hemlig');
  });
});
