import { describe, expect, test } from 'vitest';
import { assert } from '../../../src/shared/base/assert.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Anchor } from '../../../src/shared/domain/extraction/index.ts';
import {
  decideReplay,
  decideSwitchingOff,
  decideSwitchingOn,
  decideTeaching,
  evolveLearnedRule,
  type LearnedRule,
  type LearnedRuleEvent,
  type TeachRule,
} from '../../../src/shared/domain/learned-rules/index.ts';
import { anna, aScannedInvoice } from '../../make/invoices.ts';

const ruleId = (n: number) => asId<'learnedRule'>(`0190ffff-0000-7000-8000-00000000000${n}`);
const anchor: Anchor = {
  field: 'invoiceNumber',
  page: 1,
  label: 'fakturanr',
  dx0: 0.1,
  dx1: 0.2,
  dy: 0,
  shape: '9',
  stands: true,
};
const elsewhere: Anchor = { ...anchor, dx0: 0, dx1: 0.1, dy: 0.02 };
const invoice = aScannedInvoice();
const { supplierId: _, ...ofNoSupplier } = invoice;
const nothingBroken = { checked: 3, agreed: 3, broken: [] };
const oneBroken = { checked: 3, agreed: 2, broken: [invoice.id] };
const teaching = (n: number, changes: Partial<TeachRule> = {}): TeachRule => ({
  ruleId: ruleId(n),
  invoiceId: invoice.id,
  correctionId: asId('0190dddd-0000-7000-8000-0000000000c1'),
  anchor,
  exampleText: '10045',
  ...changes,
});

type Decision =
  | { readonly ok: true; readonly value: readonly LearnedRuleEvent[] }
  | { readonly ok: false; readonly error: { readonly code: string } };

/** Some rules after what was decided. */
function evolved(rules: readonly LearnedRule[], decision: Decision): readonly LearnedRule[] {
  assert(decision.ok, 'allowed');
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const event of decision.value) byId.set(event.id, evolveLearnedRule(byId.get(event.id), event));
  return [...byId.values()];
}
const taught = (n: number, changes: Partial<TeachRule> = {}, rules: readonly LearnedRule[] = []) =>
  evolved(rules, decideTeaching({ invoice, rules }, teaching(n, changes), anna, 1_000));
const only = ([rule, ...others]: readonly LearnedRule[]): LearnedRule => {
  assert(rule !== undefined && others.length === 0, 'one rule');
  return rule;
};
const trial = only(taught(1));
const active = only(
  evolved([trial], decideReplay({ rule: trial, rules: [] }, { ruleId: trial.id, replay: nothingBroken, replaces: [] })),
);
const off = only(evolved([active], decideSwitchingOff(active)));
const codeOf = (decision: Decision): string => (decision.ok ? 'ok' : decision.error.code);
const statesOf = (rules: readonly LearnedRule[]) => rules.map(({ state }) => state);

describe('learned-rules/teach', () => {
  test.each([
    ['no such invoice', undefined, [], 'not-found'],
    ['of no known supplier', ofNoSupplier, [], 'supplier-unknown'],
    ['the same is on trial', invoice, [trial], 'already-taught'],
    ['the same is in use', invoice, [active], 'already-taught'],
    ['the same in another unit', invoice, [{ ...active, unitId: 'south' }], 'ok'],
    ['the same was switched off', invoice, [off], 'ok'],
    ['nothing is known', invoice, [], 'ok'],
  ] as const)('%s', (_case, on, rules, outcome) => {
    expect(codeOf(decideTeaching({ invoice: on, rules }, teaching(2), anna, 0))).toBe(outcome);
  });

  test('a rule knows who taught it, when, where and of whom, and is not used yet', () => {
    expect(trial).toEqual({
      ...{
        id: ruleId(1),
        rev: 1,
        state: 'trial',
        unitId: 'main',
        supplierId: invoice.supplierId,
        field: 'invoiceNumber',
        anchor,
      },
      ...{ taughtBy: anna, taughtAtMs: 1_000, invoiceId: invoice.id, exampleText: '10045' },
      correctionId: teaching(1).correctionId,
    });
  });

  test('what points a little beside it is the same; what points elsewhere is another, and the one on trial gives way', () => {
    const near = teaching(2, { anchor: { ...anchor, dx0: 0.104, dy: 0.003 } });
    expect(codeOf(decideTeaching({ invoice, rules: [trial] }, near, anna, 0))).toBe('already-taught');
    expect(statesOf(taught(2, { anchor: elsewhere }, [trial]))).toEqual(['off', 'trial']);
    expect(statesOf(taught(2, { anchor: elsewhere }, [active]))).toEqual(['active', 'trial']); // until the new one is proven
    expect(statesOf(taught(2, { anchor: { ...anchor, field: 'dueDate' } }, [trial]))).toEqual(['trial', 'trial']);
  });
});

describe('learned-rules/settle-replay', () => {
  test.each([
    [undefined, 'not-found'],
    [active, 'wrong-state'],
    [off, 'wrong-state'],
    [trial, 'ok'],
  ] as const)('%#', (rule, outcome) => {
    const settled = { ruleId: ruleId(1), replay: nothingBroken, replaces: [] };
    expect(codeOf(decideReplay({ rule, rules: [] }, settled))).toBe(outcome);
  });

  test('a rule that breaks nothing is used, and those whose place it takes no more', () => {
    const [, newer] = taught(2, { anchor: elsewhere }, [active]);
    assert(newer !== undefined, 'there is a newer one');
    const stranger = { ...active, id: ruleId(5), field: 'dueDate' } as const;
    const rules = [active, newer, stranger];
    const replaces = [active.id, stranger.id]; // the stranger is of another field, and stays
    const settled = evolved(rules, decideReplay({ rule: newer, rules }, { ruleId: newer.id, replay: nothingBroken, replaces }));
    expect(settled).toMatchObject([
      { state: 'off', replacedBy: newer.id },
      { state: 'active', replay: nothingBroken },
      { state: 'active' },
    ]);
    const held = evolved(rules, decideReplay({ rule: newer, rules }, { ruleId: newer.id, replay: oneBroken, replaces }));
    expect(held).toMatchObject([{ state: 'active' }, { state: 'trial', replay: oneBroken }, { state: 'active' }]);
  });
});

describe('learned-rules/switch-off and learned-rules/switch-on', () => {
  test.each([
    [undefined, 'not-found', 'not-found'],
    [trial, 'ok', 'wrong-state'],
    [active, 'ok', 'wrong-state'],
    [off, 'wrong-state', 'ok'],
  ] as const)('%#', (rule, outOf, into) => {
    expect(codeOf(decideSwitchingOff(rule))).toBe(outOf);
    expect(codeOf(decideSwitchingOn({ rule, rules: [] }))).toBe(into);
  });

  test('what was proven is used again, what was not is on trial again, and a successor gives way', () => {
    const held = only(
      evolved([trial], decideReplay({ rule: trial, rules: [] }, { ruleId: trial.id, replay: oneBroken, replaces: [] })),
    );
    for (const [rule, state] of [
      [active, 'active'],
      [trial, 'trial'],
      [held, 'trial'],
    ] as const) {
      const switchedOff = only(evolved([rule], decideSwitchingOff(rule)));
      expect(switchedOff.state).toBe('off');
      expect(only(evolved([switchedOff], decideSwitchingOn({ rule: switchedOff, rules: [] }))).state).toBe(state);
    }
    const successor = { ...active, id: ruleId(7) };
    const replaced = { ...off, replacedBy: successor.id } as LearnedRule;
    const rules = [replaced, successor];
    expect(evolved(rules, decideSwitchingOn({ rule: replaced, rules }))).toMatchObject([
      { state: 'active' },
      { state: 'off', replacedBy: active.id },
    ]);
  });
});
