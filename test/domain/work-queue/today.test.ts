import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { roles } from '../../../src/shared/domain/access/index.ts';
import {
  answerClock,
  type ClockedWork,
  chosenHome,
  countToday,
  homeOf,
  homeScreens,
  reasonsToday,
  type SavedView,
  startView,
  type Work,
  type WorkKind,
} from '../../../src/shared/domain/work-queue/index.ts';
import { aCalendar, swedish } from '../../make/calendars.ts';
import { anna, bo } from '../../make/invoices.ts';

const asking = { person: anna, today: '2026-11-25' as Day, atMs: swedish('2026-11-25 10:00') };
const calendar = aCalendar();

function work(kind: WorkKind, since: string, more: Partial<Work> = {}): ClockedWork {
  const one: Work = { kind, id: since, name: null, detail: null, sinceMs: swedish(since), payBy: null, holder: null, ...more };
  return { ...one, clock: answerClock(calendar, one, { pauses: [], atMs: asking.atMs }), isEscalated: false };
}

describe('Idag', () => {
  test.each([
    ['what is late', work('supplier-invoice', '2026-11-20 09:00'), ['late']],
    ['what is due within two hours', work('supplier-invoice', '2026-11-23 11:00'), ['today']],
    ['what is due later today', work('notice', '2026-11-25 08:00'), ['today']],
    ['not what has until tomorrow', work('supplier-invoice', '2026-11-24 11:00'), []],
    [
      'what is to be paid today, though there is time to answer',
      work('supplier-invoice', '2026-11-24 11:00', { payBy: asking.today }),
      ['payment'],
    ],
    ['what was parked until today', work('returning-invoice', '2026-11-25 00:00'), ['today', 'returning']],
    ['what lies in one’s own basket', work('supplier-invoice', '2026-11-24 11:00', { holder: anna }), ['basket']],
    ['what waits for one’s decision', work('register-change', '2026-11-25 09:00'), ['today', 'decision']],
    [
      'a verified invoice to be paid today',
      work('approval', '2026-11-25 00:00', { payBy: asking.today }),
      ['today', 'payment', 'decision'],
    ],
    [
      'nothing by a clock that the calendar cannot tell',
      {
        ...work('supplier-invoice', '2026-11-20 09:00'),
        clock: { dueMs: null, pausedMs: 0, gap: { code: 'year-not-set', year: 2026 } },
      },
      [],
    ],
  ] as const)('shows %s', (_, one, reasons) => {
    expect(reasonsToday(one, asking)).toEqual(reasons);
  });

  test('counts each reason, and what is due once', () => {
    const all = [
      work('supplier-invoice', '2026-11-20 09:00', { payBy: asking.today, holder: anna }),
      work('notice', '2026-11-25 08:00'),
      work('supplier-invoice', '2026-11-24 11:00', { holder: anna }),
    ].map((one) => ({ ...one, reasons: reasonsToday(one, asking) }));
    expect(countToday(all)).toEqual({ all: 3, due: 2, late: 1, today: 1, payment: 1, returning: 0, basket: 2, decision: 0 });
  });
});

describe('where the day begins', () => {
  test.each([
    [['verification-clerk', 'register-keeper', 'administrator'], 'queue'],
    [['register-keeper'], 'register-queue'],
    [['records-officer', 'register-approver'], 'changes'],
    [['approver'], 'to-approve'],
    [['administrator', 'controller'], 'overview'],
    [['records-officer'], 'today'],
    [[], 'today'],
  ] as const)('for %j it is %s', (held, screen) => {
    expect(homeOf(held)).toBe(screen);
  });

  test('every role has a screen of its own to begin with', () => {
    for (const role of roles) expect(homeScreens).toContain(homeOf([role]));
  });

  test('is as the person has chosen, and nobody else has', () => {
    const view = (ownerId: typeof anna, name: string, system = startView): SavedView => ({
      ...{ id: asId<'savedView'>(name), rev: 1, ownerId, name, filter: '', sort: 'received', descending: false, columns: [] },
      ...{ shared: false, system, removed: false },
    });
    expect(chosenHome([view(bo, 'overview'), view(anna, 'queue', 'queue:parked'), view(anna, 'today')], anna)).toBe('today');
    expect(chosenHome([view(anna, 'a-screen-that-was')], anna)).toBeUndefined();
    expect(chosenHome([], anna)).toBeUndefined();
  });
});
