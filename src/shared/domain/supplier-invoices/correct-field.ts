import { parseDay } from '../../base/day.ts';
import { asId, type PersonId, type SupplierInvoiceId } from '../../base/ids.ts';
import type { Box } from '../../base/page.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Field, type FieldKind, type FieldName, type FieldValue, fieldKinds } from '../invoice-fields/index.ts';
import type { Supplier } from '../suppliers/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { SupplierInvoice, SupplierInvoiceState } from './supplier-invoice.ts';

export type CorrectField = {
  readonly invoiceId: SupplierInvoiceId;
  readonly field: FieldName;
  /** In normal form; null says that it does not stand on the invoice. The value that stands already confirms it. */
  readonly value: FieldValue | null;
  readonly raw: string;
  /** Where on the paper it stands, when the clerk pointed at it. */
  readonly page: number | null;
  readonly box: Box | null;
  /** What stood in the field when the clerk decided; null where that was not said (version 1). */
  readonly seen: { readonly value: FieldValue | null } | null;
};
export type CorrectionRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'value-has-wrong-form'; readonly field: FieldName }
  /** Something else stands there now than the clerk saw; `by` changed it, where a person did. */
  | {
      readonly code: 'stale';
      readonly field: FieldName;
      readonly theirs: FieldValue | null;
      readonly by: PersonId | null;
    };

/**
 * Sets one field as the clerk says: corrected, confirmed, or marked as not on the invoice. When it names a supplier in the
 * register, the invoice is tied to that supplier.
 *
 * A wrong check digit is accepted here, for it may stand so on the paper; the checks then stop the verification.
 */
export function decideCorrection(
  { invoice, supplier }: { readonly invoice: SupplierInvoice | undefined; readonly supplier: Supplier | undefined },
  command: CorrectField,
  by: PersonId,
): Result<readonly SupplierInvoiceEvent[], CorrectionRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'scanned') return err({ code: 'wrong-state', state: invoice.state });
  if (command.value !== null && !hasForm[fieldKinds[command.field]](command.value))
    return err({ code: 'value-has-wrong-form', field: command.field });

  const before: Field = invoice.fields[command.field];
  if (wouldOverwrite(before, command))
    return err({ code: 'stale', field: command.field, theirs: before.value, by: correctedBy(before) });
  const corrected: SupplierInvoiceEvent = {
    on: 'supplierInvoice',
    id: invoice.id,
    type: 'field-corrected',
    field: command.field,
    before,
    after: decided(before, command, by),
  };
  if (supplier === undefined || supplier.id === invoice.supplierId) return ok([corrected]);
  return ok([
    corrected,
    { on: 'supplierInvoice', id: invoice.id, type: 'supplier-linked', before: invoice.supplierId ?? null, after: supplier.id },
  ]);
}

/** Whether another's value would be lost. Two who set the same value agree, whatever either saw. */
const wouldOverwrite = ({ value: now }: Field, { seen, value }: CorrectField): boolean =>
  seen !== null && seen.value !== now && value !== now;

/** The person who last decided the field, if one did. */
function correctedBy({ evidence }: Field): PersonId | null {
  for (const proof of evidence) if (proof.kind === 'person') return asId<'person'>(proof.ref);
  return null;
}

/** The field as a person left it. What was read stays as an alternative. */
function decided(before: Field, { value, raw, page, box }: CorrectField, by: PersonId): Field {
  const person = { kind: 'person', ref: by } as const;
  if (value === null)
    return { ...before, value: null, raw: '', state: 'absent', confidence: 1, page: null, box: null, evidence: [person] };
  if (value === before.value)
    return {
      ...before,
      state: 'safe',
      confidence: 1,
      evidence: [...before.evidence.filter(({ kind }) => kind !== 'person'), person],
    };
  const pixels = page !== null && box !== null ? [{ kind: 'pixels', page, box, text: raw } as const] : [];
  const read =
    before.value === null
      ? []
      : [{ value: before.value, raw: before.raw, confidence: before.confidence, page: before.page, box: before.box }];
  const alternatives = [...read, ...before.alternatives.filter((other) => other.value !== value && other.value !== before.value)];
  return { value, raw, state: 'safe', confidence: 1, page, box, source: null, evidence: [...pixels, person], alternatives };
}

const isText = (value: FieldValue): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 200;
const isDigits = (value: FieldValue): boolean => typeof value === 'string' && /^\d{1,40}$/.test(value);

/** The normal form of each kind of value. */
const hasForm: { readonly [K in FieldKind]: (value: FieldValue) => boolean } = {
  text: isText,
  'organisation-number': isDigits,
  'vat-number': (value) => isText(value) && /^[A-Z0-9]{4,16}$/.test(value),
  day: (value) => isText(value) && parseDay(value).ok,
  digits: isDigits,
  bankgiro: isDigits,
  plusgiro: isDigits,
  iban: (value) => isText(value) && /^[A-Z0-9]{8,34}$/.test(value),
  minor: (value) => Number.isSafeInteger(value),
  currency: (value) => isText(value) && /^[A-Z]{3}$/.test(value),
};
