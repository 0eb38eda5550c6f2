import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type FieldName, fieldNames } from '../invoice-fields/index.ts';
import { type Around, type FindingCode, findProblems } from './checks.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import { mayBecome, needsPerson, type SupplierInvoice, type SupplierInvoiceState } from './supplier-invoice.ts';

export type VerifyInvoice = {
  readonly invoiceId: SupplierInvoiceId;
  /** The warnings that the clerk has seen and stands by. */
  readonly acknowledged: readonly FindingCode[];
};
export type VerificationRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  | { readonly code: 'fields-undecided'; readonly fields: readonly FieldName[] }
  | { readonly code: 'stopped-by-checks'; readonly findings: readonly FindingCode[] }
  | { readonly code: 'warnings-unseen'; readonly findings: readonly FindingCode[] };

/**
 * Verifies a supplier invoice (verifiera): a clerk vouches for what stands on the paper. It approves nothing.
 *
 * Every field in doubt has been decided, no check gives an error, and each warning has been seen.
 */
export function decideVerification(
  { invoice, around }: { readonly invoice: SupplierInvoice | undefined; readonly around: Around },
  { acknowledged }: VerifyInvoice,
  by: PersonId,
  atMs: number,
): Result<readonly SupplierInvoiceEvent[], VerificationRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (!mayBecome(invoice.state, 'verified')) return err({ code: 'wrong-state', state: invoice.state });
  const fields = fieldNames.filter((name) => needsPerson(name, invoice.fields[name]));
  if (fields.length > 0) return err({ code: 'fields-undecided', fields });
  const findings = findProblems(invoice, around);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (errors.length > 0) return err({ code: 'stopped-by-checks', findings: errors });
  const unseen = findings.map(({ code }) => code).filter((code) => !acknowledged.includes(code));
  if (unseen.length > 0) return err({ code: 'warnings-unseen', findings: unseen });
  const seen = [...new Set(findings.map(({ code }) => code))];
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-verified', by, atMs, acknowledged: seen }]);
}
