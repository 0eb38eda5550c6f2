import type { LearnedRuleId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { LearnedRuleEvent } from './events.ts';
import type { LearnedRule, LearnedRuleState, Replay } from './learned-rule.ts';

export type SettleReplay = {
  readonly ruleId: LearnedRuleId;
  readonly replay: Replay;
  /** The rules for the same field without which it was tried: it takes their place. */
  readonly replaces: readonly LearnedRuleId[];
};
export type SettleRejection = { readonly code: 'not-found' } | { readonly code: 'wrong-state'; readonly state: LearnedRuleState };

/** Says what came of trying a rule: one that broke nothing is used from now on, and older ones for its field that it contradicts no more. */
export function decideReplay(
  { rule, rules }: { readonly rule: LearnedRule | undefined; readonly rules: readonly LearnedRule[] },
  { replay, replaces }: SettleReplay,
): Result<readonly LearnedRuleEvent[], SettleRejection> {
  if (rule === undefined) return err({ code: 'not-found' });
  if (rule.state !== 'trial') return err({ code: 'wrong-state', state: rule.state });
  const { id, field, unitId } = rule;
  if (replay.broken.length > 0) return ok([{ on: 'learnedRule', id, type: 'rule-held-back', replay }]);
  const replaced = rules.filter(
    (other) => replaces.includes(other.id) && other.field === field && other.unitId === unitId && other.state === 'active',
  );
  return ok([
    { on: 'learnedRule', id, type: 'rule-proven', replay },
    ...replaced.map(
      (other): LearnedRuleEvent => ({ on: 'learnedRule', id: other.id, type: 'rule-switched-off', replacedBy: id }),
    ),
  ]);
}
