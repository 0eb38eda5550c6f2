import { err, ok, type Result } from '../../base/result.ts';
import type { LearnedRuleEvent } from './events.ts';
import type { LearnedRule, LearnedRuleState } from './learned-rule.ts';

export type SwitchRejection = { readonly code: 'not-found' } | { readonly code: 'wrong-state'; readonly state: LearnedRuleState };

/** Forgets what was learned (Glöm detta): the rule is used no more. It stays in the register, and can be switched on again. */
export function decideSwitchingOff(rule: LearnedRule | undefined): Result<readonly LearnedRuleEvent[], SwitchRejection> {
  if (rule === undefined) return err({ code: 'not-found' });
  if (rule.state === 'off') return err({ code: 'wrong-state', state: rule.state });
  return ok([{ on: 'learnedRule', id: rule.id, type: 'rule-switched-off' }]);
}

/**
 * Takes a rule into use again; one that was never proven goes back on trial. The active one that took its place meanwhile gives way.
 */
export function decideSwitchingOn({
  rule,
  rules,
}: {
  readonly rule: LearnedRule | undefined;
  readonly rules: readonly LearnedRule[];
}): Result<readonly LearnedRuleEvent[], SwitchRejection> {
  if (rule === undefined) return err({ code: 'not-found' });
  if (rule.state !== 'off') return err({ code: 'wrong-state', state: rule.state });
  const successor = rules.find((other) => other.id === rule.replacedBy && other.state === 'active');
  return ok([
    { on: 'learnedRule', id: rule.id, type: 'rule-switched-on' },
    ...(successor === undefined
      ? []
      : [{ on: 'learnedRule', id: successor.id, type: 'rule-switched-off', replacedBy: rule.id } as const]),
  ]);
}
