import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type FieldName, type FieldValue, fieldNames } from '../invoice-fields/index.ts';
import { findProblems } from './checks.ts';
import { liveTwin } from './duplicates.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { Around, FindingCode } from './finding.ts';
import { mayBecome, needsPerson, type SupplierInvoice, type SupplierInvoiceState } from './supplier-invoice.ts';

export type VerifyInvoice = {
  readonly invoiceId: SupplierInvoiceId;
  /** The warnings that the clerk has seen and stands by. */
  readonly acknowledged: readonly FindingCode[];
  /** What the clerk vouches for; null where that was not said (version 1). */
  readonly values: VouchedValues | null;
  /** Why it is to be verified although the same invoice is there already. */
  readonly despiteDuplicate: { readonly reason: string } | null;
};
/** The value of each field, in normal form. */
export type VouchedValues = Readonly<Record<FieldName, FieldValue | null>>;
export type VerificationRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  /** These stand otherwise than the clerk vouches for. */
  | { readonly code: 'stale'; readonly fields: readonly FieldName[] }
  | { readonly code: 'fields-undecided'; readonly fields: readonly FieldName[] }
  | { readonly code: 'stopped-by-checks'; readonly findings: readonly FindingCode[] }
  /** The same invoice is verified already. Of one in a unit that the clerk may not see only that it is `elsewhere` is told. */
  | { readonly code: 'duplicate-invoice'; readonly existing: SupplierInvoiceId | null; readonly elsewhere: boolean }
  | { readonly code: 'warnings-unseen'; readonly findings: readonly FindingCode[] };

/** What the fields of an invoice say: the values that a clerk who verifies it as it stands vouches for. */
export const vouchedValues = ({ fields }: Pick<SupplierInvoice, 'fields'>): VouchedValues =>
  // One entry for each name, so the record is whole.
  Object.fromEntries(fieldNames.map((name) => [name, fields[name].value])) as VouchedValues;

/**
 * Verifies a supplier invoice (verifiera): a clerk vouches for what stands on the paper. It approves nothing.
 *
 * Every field in doubt has been decided, no check gives an error, and each warning has been seen. The same invoice twice (dubblett)
 * stops, unless the clerk says why it is not one.
 */
export function decideVerification(
  { invoice, around }: { readonly invoice: SupplierInvoice | undefined; readonly around: Around },
  { acknowledged, values, despiteDuplicate }: VerifyInvoice,
  by: PersonId,
  atMs: number,
): Result<readonly SupplierInvoiceEvent[], VerificationRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (!mayBecome(invoice.state, 'verified')) return err({ code: 'wrong-state', state: invoice.state });
  const changed = values === null ? [] : fieldNames.filter((name) => invoice.fields[name].value !== values[name]);
  if (changed.length > 0) return err({ code: 'stale', fields: changed });
  const fields = fieldNames.filter((name) => needsPerson(name, invoice.fields[name]));
  if (fields.length > 0) return err({ code: 'fields-undecided', fields });
  const twin = liveTwin(invoice, around.twins, around.parties);
  // A live twin has its own rejection and its own way past it.
  const findings = findProblems(invoice, around).filter(({ code }) => twin === undefined || code !== 'same-invoice');
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (errors.length > 0) return err({ code: 'stopped-by-checks', findings: errors });
  if (twin !== undefined && despiteDuplicate === null)
    return err({ code: 'duplicate-invoice', existing: twin.hidden ? null : twin.id, elsewhere: twin.hidden });
  const unseen = findings.map(({ code }) => code).filter((code) => !acknowledged.includes(code));
  if (unseen.length > 0) return err({ code: 'warnings-unseen', findings: unseen });
  const seen = [...new Set(findings.map(({ code }) => code))];
  const despite = twin !== undefined && despiteDuplicate !== null ? { despiteDuplicate: despiteDuplicate.reason.trim() } : {};
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-verified', by, atMs, acknowledged: seen, ...despite }]);
}
