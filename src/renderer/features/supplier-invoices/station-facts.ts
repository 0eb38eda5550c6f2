import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { Box } from '../../../shared/base/page.ts';
import {
  type Field,
  type FieldName,
  type Fields,
  fieldKinds,
  fieldNames,
  readTypedValue,
  showValue,
  type TypedValueFault,
} from '../../../shared/domain/invoice-fields/index.ts';
import {
  type CorrectField,
  decideCorrection,
  needsPerson,
  type SupplierInvoice,
} from '../../../shared/domain/supplier-invoices/index.ts';

/** What the clerk has typed in a field and not yet let go of. */
export type Draft = {
  readonly text: string;
  readonly page: number | null;
  readonly box: Box | null;
  /** True when the place was pointed out, so that typing does not look for another. */
  readonly pointed: boolean;
};
export type Drafts = { readonly [Name in FieldName]?: Draft };

/** How a field's value stands in its input. */
export const fieldText = (name: FieldName, { value }: Pick<Field, 'value'>): string =>
  value === null ? '' : showValue(fieldKinds[name], value);

/** What to tell the engine for a draft, or why it is no value. Emptied: it does not stand on the invoice. */
export function correctionOf(
  invoice: SupplierInvoice,
  field: FieldName,
  draft: Draft | undefined,
  today: Day,
): CorrectField | { readonly fault: TypedValueFault } {
  const before = invoice.fields[field];
  const base = { invoiceId: invoice.id, field, raw: '', page: null, box: null, seen: { value: before.value } };
  if (draft === undefined) {
    if (before.value === null) return { fault: 'nothing-typed' };
    return { ...base, value: before.value, raw: before.raw };
  }
  if (draft.text.trim() === '') return before.value === null ? { fault: 'nothing-typed' } : { ...base, value: null };
  const read = readTypedValue(fieldKinds[field], draft.text, today);
  if (!read.ok) return { fault: read.error };
  return { ...base, value: read.value, raw: draft.text.trim(), page: draft.page, box: draft.box };
}

/** The invoice as it will be: the same rule as in the engine, run under the cursor. */
export function withCorrection(invoice: SupplierInvoice, command: CorrectField, by: PersonId): SupplierInvoice {
  const decided = decideCorrection({ invoice, supplier: undefined }, command, by);
  const event = decided.ok ? decided.value[0] : undefined;
  if (event?.type !== 'field-corrected') return invoice;
  return { ...invoice, fields: { ...invoice.fields, [event.field]: event.after } as Fields };
}

/** The invoice with all that is being typed; a draft that is no value leaves its field as it was. */
export function withDrafts(invoice: SupplierInvoice, drafts: Drafts, by: PersonId, today: Day): SupplierInvoice {
  return fieldNames.reduce((facts, name) => {
    const draft = drafts[name];
    if (draft === undefined) return facts;
    const correction = correctionOf(invoice, name, draft, today);
    return 'fault' in correction ? facts : withCorrection(facts, correction, by);
  }, invoice);
}

/** The next field after (or before) this one, round the end, where a person is needed. */
export function nextStop(
  { fields }: Pick<SupplierInvoice, 'fields'>,
  from: FieldName,
  direction: 1 | -1,
  alsoAt: ReadonlySet<FieldName>,
): FieldName | undefined {
  const start = fieldNames.indexOf(from);
  const order = fieldNames.map(
    (_, step) => fieldNames[(start + direction * (step + 1) + fieldNames.length * 2) % fieldNames.length],
  );
  return order.find((name) => name !== undefined && name !== from && (needsPerson(name, fields[name]) || alsoAt.has(name)));
}
