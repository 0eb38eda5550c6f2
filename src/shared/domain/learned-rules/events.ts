import { assert, unreachable } from '../../base/assert.ts';
import type { LearnedRuleId } from '../../base/ids.ts';
import type { LearnedRule, Replay } from './learned-rule.ts';

type On<Type extends string> = { readonly on: 'learnedRule'; readonly id: LearnedRuleId; readonly type: Type };
type Taught = Extract<LearnedRule, { state: 'trial' }>;

/** What can happen to a learned rule. */
export type LearnedRuleEvent =
  | (On<'rule-taught'> & { readonly rule: Omit<Taught, 'id' | 'rev' | 'state' | 'replay'> })
  /** It broke nothing, and is used from now on. */
  | (On<'rule-proven'> & { readonly replay: Replay })
  /** It would break something, and is not used. */
  | (On<'rule-held-back'> & { readonly replay: Replay })
  | (On<'rule-switched-off'> & { readonly replacedBy?: LearnedRuleId })
  | On<'rule-switched-on'>;

/** The rule after an event. It never refuses: the event has happened. */
export function evolveLearnedRule(rule: LearnedRule | undefined, event: LearnedRuleEvent): LearnedRule {
  if (event.type === 'rule-taught') return { ...event.rule, id: event.id, rev: 1, state: 'trial' };
  assert(rule !== undefined, 'a rule is taught before anything else happens to it');
  const { id, unitId, supplierId, field, anchor, taughtBy, taughtAtMs, invoiceId, correctionId, exampleText, replay } = rule;
  const every = { id, unitId, supplierId, field, anchor, taughtBy, taughtAtMs, invoiceId, correctionId, exampleText };
  const next = { ...every, rev: rule.rev + 1 };
  switch (event.type) {
    case 'rule-proven':
      return { ...next, state: 'active', replay: event.replay };
    case 'rule-held-back':
      return { ...next, state: 'trial', replay: event.replay };
    case 'rule-switched-off':
      return {
        ...next,
        state: 'off',
        ...(replay !== undefined && { replay }),
        ...(event.replacedBy !== undefined && { replacedBy: event.replacedBy }),
      };
    case 'rule-switched-on':
      return replay === undefined || replay.broken.length > 0
        ? { ...next, state: 'trial', ...(replay !== undefined && { replay }) }
        : { ...next, state: 'active', replay };
    default:
      return unreachable(event);
  }
}
