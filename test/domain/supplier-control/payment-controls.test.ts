import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type ControlFinding,
  type ControlVerdict,
  checksToAsk,
  fTaxAt,
  limitsOn,
  paymentRemarks,
  type WarningHit,
} from '../../../src/shared/domain/supplier-control/index.ts';
import { today } from '../../make/decisions.ts';

const limits = limitsOn(today);
const verdict = (changes: Partial<ControlVerdict> = {}): ControlVerdict => ({
  ...{ id: asId('v'), rev: 1, supplierId: asId('s'), about: 'f-tax', result: 'in-order', onDay: '2026-11-01' as Day },
  ...{ source: 'Tjänsten', note: '', receivedAtMs: 1 },
  ...changes,
});

test.each([
  // answered                                              paid on         standing        stale
  [[], '2026-11-22', 'unknown', true],
  [[verdict()], '2026-11-22', 'approved', false],
  [[verdict()], '2026-12-01', 'approved', false], // thirty days
  [[verdict()], '2026-12-02', 'approved', true],
  [[verdict({ result: 'remark' })], '2026-11-22', 'not-approved', false],
  [[verdict({ result: 'unknown' })], '2026-11-22', 'unknown', true],
  [[verdict({ onDay: '2026-11-23' as Day, result: 'remark' })], '2026-11-22', 'unknown', true], // not yet known that day
  [[verdict(), verdict({ onDay: '2026-11-10' as Day, result: 'remark' })], '2026-11-22', 'not-approved', false],
  [[verdict({ about: 'debts' })], '2026-11-22', 'unknown', true],
] as const)('F-tax %# on %s is %s', (verdicts, day, standing, isStale) => {
  expect(fTaxAt(verdicts, day as Day, limits)).toMatchObject({ standing, isStale });
});

test('what was never answered, or long ago, is asked', () => {
  const verdicts = [verdict(), verdict({ about: 'debts', onDay: '2026-08-01' as Day })];
  expect(checksToAsk(verdicts, ['f-tax', 'debts', 'status'], today, limits)).toEqual(['debts', 'status']);
});

const hit = (by: WarningHit['by']): WarningHit => ({
  entry: {
    id: asId('w'),
    rev: 1,
    list: 'L',
    source: 'S',
    name: 'Bluff AB',
    firstOn: '2026-01-10' as Day,
    seenOn: '2026-02-10' as Day,
  },
  by,
});
const finding = (changes: Partial<ControlFinding> = {}): ControlFinding =>
  ({
    ...{
      id: asId('f'),
      rev: 1,
      state: 'open',
      supplierId: asId('s'),
      about: 'status',
      onDay: today,
      source: 'S',
      note: 'Konkurs',
    },
    ...{ openedAtMs: 1, notes: [] },
    ...changes,
  }) as ControlFinding; // each row is a whole finding
const none = { verdicts: [verdict()], findings: [], hits: [] };

test.each([
  [none, []],
  [{ ...none, verdicts: [] }, [['f-tax-unknown', 'information']]],
  [{ ...none, verdicts: [verdict({ onDay: '2026-10-01' as Day })] }, [['f-tax-stale', 'information']]],
  [{ ...none, verdicts: [verdict({ result: 'remark' })] }, [['f-tax-not-approved', 'warning']]],
  [{ ...none, hits: [hit('organisation-number')] }, [['on-warning-list', 'stop']]],
  [{ ...none, hits: [hit('payment-number')] }, [['on-warning-list', 'stop']]],
  [{ ...none, hits: [hit('name')] }, [['name-on-warning-list', 'warning']]],
  [{ ...none, findings: [finding()] }, [['finding-open', 'stop']]],
  [{ ...none, findings: [finding({ about: 'vat-registration' })] }, [['finding-open', 'information']]],
  [{ ...none, findings: [finding({ state: 'snoozed', untilDay: '2027-01-01' as Day })] }, [['finding-open', 'stop']]], // put aside is not answered
  [{ ...none, findings: [finding({ state: 'completed', outcome: 'handled' })] }, []],
] as const)('before a payment %# is said %o', (facts, remarks) => {
  expect(paymentRemarks(facts, today, limits).map(({ code, severity }) => [code, severity])).toEqual(remarks);
});

test('an invoice that is to be paid to an account is held against the giros in force', () => {
  const facts = { verdicts: [verdict()], findings: [], hits: [] };
  expect(paymentRemarks(facts, today, limits)).toEqual([]);
  expect(paymentRemarks({ ...facts, girosPassedBy: ['bankgiro 9912346', 'plusgiro 18'] }, today, limits)).toEqual([
    { code: 'account-beside-giro', severity: 'warning', detail: { giros: 'bankgiro 9912346, plusgiro 18' } },
  ]);
});
