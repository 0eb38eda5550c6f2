import { type FieldName, fieldNames } from '../invoice-fields/index.ts';
import type { SupplierInvoiceEvent } from '../supplier-invoices/index.ts';

/**
 * Why somebody had to lay hands on an invoice (handpåläggning) before it could be vouched for.
 *
 * - Of a field: `confirmed` read right but in doubt · `misread` read wrong, in doubt · `wrong-green` read wrong, held for safe
 *   · `unread` not found · `not-printed` said not to stand on the invoice · `changed-again` a person had decided it already
 * - Of the invoice: `document-type` · `supplier` chosen by hand · `warning` stood by · `twin` was taken for another · `parked`
 *   · `fault` reported or settled · `set-aside` or sent back · `handed-over` · `page` brought back · `taken-back` an undo
 */
export const touchCauses = [
  'confirmed',
  'misread',
  'wrong-green',
  'unread',
  'not-printed',
  'changed-again',
  'document-type',
  'supplier',
  'warning',
  'twin',
  'parked',
  'fault',
  'set-aside',
  'handed-over',
  'page',
  'taken-back',
] as const;
export type TouchCause = (typeof touchCauses)[number];

/** The events that may be a touch. Vouching, approving, notes, letters and copies are none by themselves. */
const causeOf: { readonly [Type in SupplierInvoiceEvent['type']]?: TouchCause } = {
  'document-type-changed': 'document-type',
  'supplier-linked': 'supplier',
  'twin-released': 'twin',
  'twin-release-recalled': 'taken-back',
  'invoice-parked': 'parked',
  'fault-noted': 'fault',
  'invoice-set-aside': 'set-aside',
  'invoice-returned': 'set-aside',
  'invoice-taken-back': 'taken-back',
  'return-recalled': 'taken-back',
  'verification-recalled': 'taken-back',
  'invoice-handed-over': 'handed-over',
  'page-added': 'page',
};
export const touchingTypes = [
  ...(Object.keys(causeOf) as SupplierInvoiceEvent['type'][]),
  'field-corrected',
  'invoice-verified',
] as const satisfies readonly SupplierInvoiceEvent['type'][];

export type Touches = {
  /** No hand was laid on it but to vouch for it (utan handpåläggning). */
  readonly untouched: boolean;
  /** The fields that somebody confirmed or changed. */
  readonly stopped: readonly FieldName[];
  /** Those that hold another value now than when the first hand came to them. */
  readonly changed: readonly FieldName[];
  /** One for each touch, in the order that they came. */
  readonly causes: readonly TouchCause[];
};

/** What hands did with one invoice: `steps` are the first event of each command on it, the oldest first. */
export function touchesOf(steps: readonly SupplierInvoiceEvent[]): Touches {
  const causes: TouchCause[] = [];
  const fields = new Map<FieldName, { readonly first: unknown; last: unknown }>();
  for (const step of steps) {
    const cause = touchCauseOf(step);
    if (cause !== undefined) causes.push(cause);
    if (step.type !== 'field-corrected') continue;
    const { first } = fields.get(step.field) ?? { first: step.before.value };
    fields.set(step.field, { first, last: step.after.value });
  }
  return {
    untouched: causes.length === 0,
    stopped: fieldNames.filter((name) => fields.has(name)),
    changed: fieldNames.filter((name) => fields.get(name)?.first !== fields.get(name)?.last),
    causes,
  };
}

/** Why a step was needed; undefined when it is no touch. */
export function touchCauseOf(step: SupplierInvoiceEvent): TouchCause | undefined {
  if ('undoes' in step && step.undoes !== undefined) return 'taken-back';
  if (step.type === 'invoice-verified') {
    if (step.despiteDuplicate !== undefined) return 'twin';
    return step.acknowledged.length > 0 ? 'warning' : undefined;
  }
  if (step.type !== 'field-corrected') return causeOf[step.type];
  const { before, after } = step;
  if (before.evidence.some(({ kind }) => kind === 'person')) return 'changed-again';
  if (after.value === null) return 'not-printed';
  if (before.value === null) return 'unread';
  if (after.value === before.value) return 'confirmed';
  return before.state === 'safe' ? 'wrong-green' : 'misread';
}
