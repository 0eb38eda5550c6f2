import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type DismissedTwins,
  type DismissTwins,
  decideDismissal,
  decideProposingAgain,
  evolveDismissedTwins,
} from '../../../src/shared/domain/register-twins/index.ts';
import { commands } from '../../../src/shared/run/commands/index.ts';
import { anna, bo, exempelbolaget } from '../../make/invoices.ts';

const [low, high] = ['0190eeee-0000-7000-8000-000000000001', '0190eeee-0000-7000-8000-000000000002'];
const input: DismissTwins = {
  dismissalId: asId('0190eeee-0000-7000-8000-00000000000f'),
  register: 'supplier',
  ids: [high, low],
  reason: 'Moderbolag och dotterbolag',
};
const both = { found: [exempelbolaget, exempelbolaget], earlier: [] };

test('registers/dismiss-twins remembers two rows in order, with who and why', () => {
  const decided = decideDismissal(both, input, anna, 5);
  expect(decided).toMatchObject({
    ok: true,
    value: [{ type: 'twins-dismissed', aId: low, bId: high, dismissedBy: anna, dismissedAtMs: 5, reason: input.reason }],
  });
  const [event] = decided.ok ? decided.value : [];
  expect(event && evolveDismissedTwins(undefined, event)).toEqual({
    id: input.dismissalId,
    rev: 1,
    register: 'supplier',
    aId: low,
    bId: high,
    dismissedBy: anna,
    dismissedAtMs: 5,
    reason: input.reason,
  });
});

test.each([
  ['one row with itself', both, { ...input, ids: [low, low] as const }, { code: 'same-row' }],
  ['a row that is not there', { ...both, found: [exempelbolaget, undefined] }, input, { code: 'not-found' }],
  [
    'what has been dismissed',
    {
      ...both,
      earlier: [
        {
          id: input.dismissalId,
          rev: 1,
          register: 'supplier' as const,
          aId: low,
          bId: high,
          reason: 'Redan sett',
          dismissedBy: anna,
          dismissedAtMs: 1,
        },
      ],
    },
    input,
    { code: 'already-dismissed', reason: 'Redan sett' },
  ],
])('refuses %s', (_, facts, asked, error) => {
  expect(decideDismissal(facts, asked, anna, 5)).toEqual({ ok: false, error });
});

test('a reason must be given', () => {
  const { input: schema } = commands['registers/dismiss-twins'];
  expect(schema.safeParse(input).success).toBe(true);
  expect(schema.safeParse({ ...input, reason: '  x ' }).success).toBe(false);
});

test('registers/propose-again takes a dismissal back, once; the two can be dismissed anew, in the same place', () => {
  const dismissedBy = (decided: ReturnType<typeof decideDismissal>, before?: DismissedTwins): DismissedTwins => {
    const [event] = decided.ok ? decided.value : [];
    if (event === undefined) throw new Error('it is dismissed');
    return evolveDismissedTwins(before, event);
  };
  const dismissed = dismissedBy(decideDismissal(both, input, anna, 5));
  expect(decideProposingAgain([], bo)).toEqual({ ok: false, error: { code: 'not-found' } });
  const [event] = (({ ok, ...rest }) => (ok && 'value' in rest ? rest.value : []))(decideProposingAgain([dismissed], bo));
  if (event === undefined) throw new Error('it is taken back');
  const recalled = evolveDismissedTwins(dismissed, event);
  expect(recalled).toEqual({ ...dismissed, rev: 2, recalledBy: bo });
  expect(decideProposingAgain([recalled], bo)).toEqual({ ok: false, error: { code: 'nothing-to-do' } });
  const other = { ...input, dismissalId: asId<'dismissedTwins'>('0190eeee-0000-7000-8000-0000000000ff'), reason: 'Sett igen' };
  const again = dismissedBy(decideDismissal({ ...both, earlier: [recalled] }, other, bo, 9), recalled);
  expect(again).toEqual({ ...dismissed, rev: 3, reason: 'Sett igen', dismissedBy: bo, dismissedAtMs: 9 });
});
