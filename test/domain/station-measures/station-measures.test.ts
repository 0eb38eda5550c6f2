import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyField } from '../../../src/shared/domain/invoice-fields/index.ts';
import {
  measuresOf,
  newVisit,
  paceOf,
  predictedMs,
  type Sign,
  withSign,
} from '../../../src/shared/domain/station-measures/index.ts';
import { aField, anna, someFields } from '../../make/invoices.ts';

const visit = (...signs: readonly (readonly [Sign['kind'], number])[]) =>
  signs.reduce((held, [kind, atMs]) => withSign(held, { kind, atMs }), newVisit);
const person = { kind: 'person', ref: anna } as const;

describe('a visit', () => {
  test('of a pause no more than 20 s are active; what is out of view is not shown', () => {
    const { shownMs, activeMs } = visit(['shown', 0], ['key', 1000], ['key', 61_000], ['hidden', 62_000], ['shown', 99_000]);
    expect(shownMs).toBe(62_000);
    expect(activeMs).toBe(22_000);
  });

  test('hands begin on the keys, and move when the other is used', () => {
    const { handMoves, keystrokes, pointerUses } = visit(['shown', 0], ['key', 1], ['pointer', 2], ['pointer', 3], ['key', 4]);
    expect({ handMoves, keystrokes, pointerUses }).toEqual({ handMoves: 2, keystrokes: 2, pointerUses: 2 });
  });

  test('whatever the signs: active time is no longer than shown, nothing ever falls, and all keys are counted', () => {
    const signs = fc.array(
      fc.record({
        kind: fc.constantFrom<Sign['kind']>('key', 'pointer', 'shown', 'hidden'),
        atMs: fc.integer({ min: 0, max: 500_000 }),
      }),
    );
    fc.assert(
      fc.property(signs, (all) => {
        let held = newVisit;
        for (const sign of all) {
          const next = withSign(held, sign);
          expect(next.shownMs).toBeGreaterThanOrEqual(held.shownMs);
          expect(next.activeMs).toBeGreaterThanOrEqual(held.activeMs);
          expect(next.activeMs).toBeLessThanOrEqual(next.shownMs);
          held = next;
        }
        expect(held.keystrokes).toBe(all.filter(({ kind }) => kind === 'key').length);
        expect(held.handMoves).toBeLessThanOrEqual(held.keystrokes + held.pointerUses);
      }),
    );
  });
});

test('five keys and three stops are predicted as the keystroke-level model says', () => {
  expect(predictedMs({ keystrokes: 5, pointerUses: 0, handMoves: 0 }, 3)).toBe(1000 + 4 * 1350);
  expect(predictedMs({ keystrokes: 1, pointerUses: 2, handMoves: 2 }, 0)).toBe(200 + 2200 + 800 + 1350);
});

test('stops are what a person confirmed or changed; a value that was confirmed keeps its source', () => {
  const register = { kind: 'register', ref: 'r' } as const;
  const came = someFields({
    invoiceNumber: aField('10045', { state: 'check', evidence: [register] }),
    buyerReference: emptyField('missing'),
    totalMinor: aField(1, { state: 'check', evidence: [{ kind: 'learned', ref: 'rule' }] }),
  });
  const left = {
    ...came,
    invoiceNumber: aField('10045', { evidence: [register, person] }),
    buyerReference: aField('Karin Ek', { evidence: [person] }),
    totalMinor: aField(2, { evidence: [person] }),
  };
  const measures = measuresOf(visit(['shown', 0], ['key', 5000]), came, left);
  expect(measures.stopped).toEqual(['invoiceNumber', 'totalMinor', 'buyerReference']);
  expect(measures.changed).toEqual(['totalMinor', 'buyerReference']);
  expect(measures.sources).toMatchObject({ register: 1, person: 2, label: 1 });
  expect(measures.seenLayout).toBe(true);
  expect(measuresOf(newVisit, left, left)).toMatchObject({ stopped: [], changed: [], seenLayout: false });
});

test('the pace is the middle of the work, and nothing of nothing', () => {
  const one = (activeMs: number) => ({ ...measuresOf(newVisit, someFields(), someFields()), activeMs });
  expect(paceOf([])).toMatchObject({ invoices: 0, activeMs: null, keystrokes: null });
  const pace = paceOf([...Array.from({ length: 9 }, (_, n) => one(n + 1)), { ...one(99), pointerUses: 1, seenLayout: true }]);
  expect(pace).toMatchObject({
    invoices: 10,
    activeMs: { median: 5, p90: 9 },
    seenMedianMs: 99,
    unseenMedianMs: 5,
    byKeysAlone: 9,
  });
});
