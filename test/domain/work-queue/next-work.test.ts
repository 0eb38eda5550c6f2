import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  answerClock,
  byUrgency,
  type ClockedWork,
  isEscalated,
  isFor,
  pressureOf,
  type Work,
  type WorkKind,
  workKinds,
} from '../../../src/shared/domain/work-queue/index.ts';
import { aCalendar, swedish } from '../../make/calendars.ts';

const calendar = aCalendar();
const now = swedish('2026-11-25 10:00'); // a Wednesday

function work(kind: WorkKind, since: string, more: Partial<Work> = {}): ClockedWork {
  const one: Work = { kind, id: since, name: null, detail: null, sinceMs: swedish(since), payBy: null, holder: null, ...more };
  const clock = answerClock(calendar, one, { pauses: [], atMs: now });
  return { ...one, clock, isEscalated: isEscalated(calendar, kind, clock.dueMs, now) };
}

describe('what to do first', () => {
  const plenty = work('supplier-invoice', '2026-11-24 16:00');
  test.each([
    [
      'a notice goes before an invoice that is late',
      work('notice', '2026-11-25 09:00'),
      work('supplier-invoice', '2026-11-20 09:00'),
    ],
    ['late before soon', work('supplier-invoice', '2026-11-23 09:00'), work('supplier-invoice', '2026-11-23 11:00')],
    ['soon before today', work('supplier-invoice', '2026-11-23 11:30'), work('register-change', '2026-11-24 17:00')],
    ['today before another day', work('register-change', '2026-11-25 09:00'), plenty],
    [
      'risk of paying late before age',
      { ...plenty, id: 'b', payBy: '2026-11-26' as Day },
      work('supplier-invoice', '2026-11-24 11:00'),
    ],
    [
      'fewer bank days before more',
      { ...plenty, id: 'b', payBy: '2026-11-29' as Day },
      { ...plenty, payBy: '2026-11-30' as Day },
    ],
    ['older before newer', work('supplier-invoice', '2026-11-24 11:00'), plenty],
  ])('%s', (_, first, second) => {
    expect(byUrgency(now)(first, second)).toBeLessThan(0);
    expect(byUrgency(now)(second, first)).toBeGreaterThan(0);
  });

  test('is an order: no two are each before the other, and none runs in a ring', () => {
    const any = fc
      .record({
        kind: fc.constantFrom(...(Object.keys(workKinds) as WorkKind[])),
        since: fc.integer({ min: 0, max: 14 * 24 }),
        payBy: fc.constantFrom(null, '2026-11-20' as Day, '2026-11-25' as Day, '2026-11-27' as Day, '2027-01-20' as Day),
        id: fc.string({ minLength: 1, maxLength: 3 }),
      })
      .map(({ kind, since, payBy, id }): ClockedWork => {
        const one: Work = { kind, id, name: null, detail: null, sinceMs: now - since * 3_600_000, payBy, holder: null };
        return { ...one, clock: answerClock(calendar, one, { pauses: [], atMs: now }), isEscalated: false };
      });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const order = byUrgency(now);
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a clock', () => {
  test.each([
    ['2026-11-25 10:00', 'late'],
    ['2026-11-25 11:59', 'soon'],
    ['2026-11-25 12:00', 'today'],
    ['2026-11-26 00:00', 'today'], // midnight ends the day before
    ['2026-11-26 00:01', 'plenty'],
  ])('that runs out %s is %s', (due, pressure) => expect(pressureOf(swedish(due), now)).toBe(pressure));
  test('that stands still waits', () => expect(pressureOf(undefined, now)).toBe('waiting'));
  test('says what the calendar has not been told, instead of a guess', () => {
    const asked = { kind: 'supplier-invoice', sinceMs: swedish('2031-12-31 10:00') } as const;
    expect(answerClock(calendar, asked, { pauses: [], atMs: now })).toEqual({
      dueMs: null,
      pausedMs: 0,
      gap: { code: 'year-not-set', year: 2032 },
    });
    expect(answerClock(undefined, asked, { pauses: [], atMs: now }).gap).toMatchObject({ code: 'no-hours-yet' });
  });
});

describe('escalation goes by hours of opening', () => {
  test.each([
    ['2026-11-24 16:00', false], // due as the office closed; two hours of opening have gone since
    ['2026-11-24 14:00', true],
    ['2026-11-25 10:00', false],
  ])('due %s: %s', (due, escalated) => expect(isEscalated(calendar, 'register-change', swedish(due), now)).toBe(escalated));

  test('what is escalated stands in two queues', () => {
    const late = { ...work('register-change', '2026-11-20 09:00'), isEscalated: true };
    expect([isFor(late, ['register-approver']), isFor(late, ['administrator']), isFor(late, ['verification-clerk'])]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isFor({ ...late, isEscalated: false }, ['administrator'])).toBe(false);
    expect(isFor(work('conflict', '2026-11-25 09:00'), ['records-officer'])).toBe(true);
  });
});
