import type { CommandId, LearnedRuleId, PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Anchor } from '../extraction/index.ts';
import type { SupplierInvoice } from '../supplier-invoices/index.ts';
import type { LearnedRuleEvent } from './events.ts';
import { type LearnedRule, sayTheSame } from './learned-rule.ts';

export type TeachRule = {
  readonly ruleId: LearnedRuleId;
  readonly invoiceId: SupplierInvoiceId;
  /** The correction that taught it. */
  readonly correctionId: CommandId;
  readonly anchor: Anchor;
  /** What stands at the place. */
  readonly exampleText: string;
};
export type TeachRejection =
  | { readonly code: 'not-found' }
  /** The invoice is tied to no supplier in the register, so there is no layout to learn. */
  | { readonly code: 'supplier-unknown' }
  | { readonly code: 'already-taught'; readonly ruleId: LearnedRuleId };

/**
 * Notes what a correction on the picture taught (lära) about the layout of the invoice's supplier. The rule is on trial: it is not
 * used before it has been tried on the supplier's verified invoices.
 *
 * A rule that says the same and is not switched off is enough; one that was on trial for the same field gives way.
 */
export function decideTeaching(
  { invoice, rules }: { readonly invoice: SupplierInvoice | undefined; readonly rules: readonly LearnedRule[] },
  { ruleId, invoiceId, correctionId, anchor, exampleText }: TeachRule,
  by: PersonId,
  atMs: number,
): Result<readonly LearnedRuleEvent[], TeachRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  const { supplierId, unitId } = invoice;
  if (supplierId === undefined) return err({ code: 'supplier-unknown' });
  const others = rules.filter((rule) => rule.unitId === unitId && rule.field === anchor.field && rule.state !== 'off');
  const same = others.find((rule) => sayTheSame(rule.anchor, anchor));
  if (same !== undefined) return err({ code: 'already-taught', ruleId: same.id });
  const rule = {
    unitId,
    supplierId,
    field: anchor.field,
    anchor,
    taughtBy: by,
    taughtAtMs: atMs,
    invoiceId,
    correctionId,
    exampleText,
  };
  return ok([
    { on: 'learnedRule', id: ruleId, type: 'rule-taught', rule },
    ...others
      .filter((other) => other.state === 'trial')
      .map((other): LearnedRuleEvent => ({ on: 'learnedRule', id: other.id, type: 'rule-switched-off', replacedBy: ruleId })),
  ]);
}
