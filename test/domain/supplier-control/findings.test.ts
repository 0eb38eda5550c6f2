import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId, type SupplierId } from '../../../src/shared/base/ids.ts';
import {
  type ControlFinding,
  type ControlFindingEvent,
  type ControlVerdict,
  decideComment,
  decideCompletion,
  decideReport,
  decideSharing,
  decideSnooze,
  decideWaking,
  dueDayOf,
  evolveControlFinding,
  evolveControlVerdict,
  type KnownOfVerdict,
  liveFindingKey,
  type ReportedVerdict,
} from '../../../src/shared/domain/supplier-control/index.ts';
import { allowed, codeOf, noon, today } from '../../make/decisions.ts';
import { anna, bo } from '../../make/invoices.ts';

const supplierId = asId<'supplier'>('s') satisfies SupplierId;
const findingId = asId<'controlFinding'>('f');
const hand = { by: anna, atMs: noon };
const opened: ControlFindingEvent = {
  ...{ on: 'controlFinding', id: findingId, type: 'finding-opened', supplierId, about: 'debts' },
  ...{ onDay: '2026-11-20' as Day, source: 'Tjänsten', note: 'Skuld 12 000 kr', atMs: noon },
};
const after = (...events: readonly ControlFindingEvent[]): ControlFinding =>
  [opened, ...events].reduce<ControlFinding | undefined>(evolveControlFinding, undefined) as ControlFinding; // it was opened
const open = after();
const completion = { findingId, outcome: 'handled', text: 'Betalt' } as const;
const snooze = { findingId, days: 90, reason: 'Väntar på besked' } as const;
const snoozed = after(...allowed(decideSnooze(open, snooze, hand, today)));
const completed = after(...allowed(decideCompletion(open, completion, hand)));

test.each([
  // a finding   is snoozed      woken            commented      shared         completed
  [undefined, 'not-found', 'not-found', 'not-found', 'not-found', 'not-found'],
  [completed, 'wrong-state', 'wrong-state', 'wrong-state', 'wrong-state', 'wrong-state'],
  [open, 'ok', 'wrong-state', 'ok', 'ok', 'ok'],
  [snoozed, 'ok', 'ok', 'ok', 'ok', 'ok'],
] as const)('%#: what may be done with a finding', (finding, ...outcomes) => {
  const share = { findingId, personId: bo, text: 'Kan du se på den?' };
  expect([
    codeOf(decideSnooze(finding, snooze, hand, today)),
    codeOf(decideWaking(finding, { findingId })),
    codeOf(decideComment(finding, { findingId, text: 'Ringt' }, hand)),
    codeOf(decideSharing({ finding, colleague: { human: true } }, share, hand)),
    codeOf(decideCompletion(finding, completion, hand)),
  ]).toEqual(outcomes);
});

test('a finding is shared with somebody who is there and is no program', () => {
  const share = { findingId, personId: bo, text: 'Se på den' };
  for (const colleague of [undefined, { human: false }])
    expect(codeOf(decideSharing({ finding: open, colleague }, share, hand))).toBe('no-such-person');
});

test('what is said stays with the finding through its states, and a snooze has its day', () => {
  expect(snoozed).toMatchObject({ state: 'snoozed', untilDay: '2027-02-20', reason: 'Väntar på besked', snoozedBy: anna });
  expect([dueDayOf(open), dueDayOf(snoozed)]).toEqual(['2026-11-20', '2027-02-20']);
  const commented = after(...allowed(decideComment(open, { findingId, text: 'Ringt' }, hand)));
  expect(commented.state).toBe('commented');
  const shared = [
    ...allowed(decideComment(open, { findingId, text: 'Ringt' }, hand)),
    ...allowed(decideSharing({ finding: commented, colleague: { human: true } }, { findingId, personId: bo, text: 'Se' }, hand)),
  ];
  expect(after(...shared)).toMatchObject({ state: 'shared', sharedWith: bo, notes: [{ text: 'Ringt' }, { text: 'Se' }] });
  const done = after(...shared, ...allowed(decideCompletion(after(...shared), completion, hand)));
  expect(done).toMatchObject({ state: 'completed', outcome: 'handled', completedBy: anna, notes: [{}, {}, { text: 'Betalt' }] });
  expect('sharedWith' in done).toBe(false);
  expect([liveFindingKey(open), liveFindingKey(snoozed), liveFindingKey(done)]).toEqual(['s:debts', 's:debts', null]);
});

const verdict = (changes: Partial<ReportedVerdict> = {}): ReportedVerdict => ({
  ...{ verdictId: asId<'controlVerdict'>('v'), findingId, supplierId, about: 'debts', result: 'remark' },
  ...{ onDay: '2026-11-21' as Day, note: 'Skuld 12 000 kr' },
  ...changes,
});
const known = (changes: Partial<KnownOfVerdict> = {}): KnownOfVerdict => ({
  ...{ isSupplier: true, verdict: undefined, finding: undefined },
  ...changes,
});
const before: ControlVerdict = {
  ...{ id: asId('v0'), rev: 3, supplierId, about: 'debts', result: 'remark', onDay: '2026-11-20' as Day },
  ...{ source: 'Tjänsten', note: 'Skuld 12 000 kr', receivedAtMs: 1 },
};
const report = (facts: readonly KnownOfVerdict[], ...verdicts: readonly ReportedVerdict[]) =>
  decideReport(facts, { source: 'Tjänsten', verdicts }, anna, noon, today);

test.each([
  // known                                      answered                                          what comes of it
  [known(), verdict(), ['verdict-received', 'finding-opened']],
  [known(), verdict({ result: 'in-order' }), ['verdict-received']],
  [known(), verdict({ result: 'unknown' }), ['verdict-received']],
  [known({ verdict: before, finding: open }), verdict(), ['verdict-received', 'finding-renewed']],
  [known({ verdict: before, finding: open }), verdict({ result: 'in-order' }), ['verdict-received', 'finding-completed']],
  [known({ verdict: before, finding: open }), verdict({ result: 'unknown' }), ['verdict-received']],
  [known({ verdict: before, finding: open }), verdict({ onDay: '2026-11-20' as Day }), []], // the same answer again
  [known({ verdict: before, finding: open }), verdict({ onDay: '2026-11-19' as Day, result: 'in-order' }), []], // an older one
  [known({ verdict: before }), verdict(), ['verdict-received', 'finding-opened']], // the one before was completed
] as const)('an answer, %#, gives %o', (facts, answered, types) => {
  expect(allowed(report([facts], answered)).map(({ type }) => type)).toEqual(types);
});

test('a remark in other words wakes a snoozed finding, and the same words do not', () => {
  const woken = (note: string) => {
    const events = allowed(report([known({ verdict: before, finding: snoozed })], verdict({ note })));
    return events.flatMap((event) => (event.on === 'controlFinding' ? evolveControlFinding(snoozed, event).state : []));
  };
  expect(woken('Skuld 12 000 kr')).toEqual(['snoozed']);
  expect(woken('Skuld 99 000 kr')).toEqual(['open']);
});

test('an answer takes the place of the one before, under its id', () => {
  const [event] = allowed(report([known({ verdict: before, finding: open })], verdict({ result: 'in-order', note: '' })));
  if (event?.on !== 'controlVerdict') throw new Error('the verdict comes first');
  expect(evolveControlVerdict(before, event)).toMatchObject({ id: 'v0', rev: 4, result: 'in-order', onDay: '2026-11-21' });
});

test.each([
  [[known({ isSupplier: false })], [verdict()], 'supplier-unknown'],
  [[known()], [verdict({ onDay: '2026-11-23' as Day })], 'answered-for-tomorrow'],
  [[known(), known()], [verdict(), verdict()], 'answered-twice'],
  [[known(), known()], [verdict(), verdict({ about: 'f-tax' })], 'ok'],
  [[known(), known({ isSupplier: false })], [verdict(), verdict({ about: 'f-tax' })], 'supplier-unknown'], // all or nothing
] as const)('a report, %#, is %s', (facts, verdicts, outcome) => {
  expect(codeOf(report(facts, ...verdicts))).toBe(outcome);
});
