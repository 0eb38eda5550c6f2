import { dayInSweden } from '../../base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PaymentRemark } from '../supplier-control/index.ts';
import { type HoldReason, holdsOn, type Payee } from '../suppliers/index.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import { paidKinds } from './payment-checks.ts';
import { mayBecome, type SupplierInvoice, type SupplierInvoiceState } from './supplier-invoice.ts';

export type ApproveInvoice = {
  readonly invoiceId: SupplierInvoiceId;
  /** What of the payee's controls the approver has seen and stands by. */
  readonly seen?: readonly PaymentRemark['code'][] | undefined;
};
export type ApprovalRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SupplierInvoiceState }
  /** The one who approves has verified it, or has had a hand in what stands in it. */
  | { readonly code: 'four-eyes' }
  /** The claim is disputed, and that is not settled. */
  | { readonly code: 'disputed' }
  /** Nothing is paid to the supplier, or to that number, now. */
  | { readonly code: 'payment-held'; readonly reasons: readonly HoldReason[] }
  /** A control of the payee stops until somebody has said that they have seen it. */
  | { readonly code: 'controls-unseen'; readonly remarks: readonly PaymentRemark['code'][] };

/** Whoever did any of these to an invoice has a hand in it for good, also where it was taken back afterwards. */
export const handsOn: readonly SupplierInvoiceEvent['type'][] = [
  'field-corrected',
  'document-type-changed',
  'supplier-linked',
  'invoice-verified',
  'twin-released',
  'fault-noted',
];

/**
 * Approves a verified invoice for payment (attest). It cannot be taken back.
 *
 * What is disputed is not paid. A payee on a warning list, or with a remark that stops, is paid only by somebody who has said that they have seen it.
 * Four eyes: nobody approves an invoice that they have verified, corrected, tied to a supplier, let past as no duplicate, or said to be
 * faulty or no longer so.
 * Source: docs/rules.md; kommunallagen (2017:725) 6 kap. 6 §, sufficient internal control.
 */
export function decideApproval(
  {
    invoice,
    hadAHand,
    payee,
    remarks = [],
  }: {
    readonly invoice: SupplierInvoice | undefined;
    readonly hadAHand: boolean;
    /** Of the register; undefined where the invoice is tied to no supplier in it. */
    readonly payee: Payee | undefined;
    /** What the controls say of the payee today. */
    readonly remarks?: readonly PaymentRemark[];
  },
  { seen = [] }: ApproveInvoice,
  by: PersonId,
  atMs: number,
): Result<readonly SupplierInvoiceEvent[], ApprovalRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  if (invoice.state !== 'verified' || !mayBecome(invoice.state, 'approved'))
    return err({ code: 'wrong-state', state: invoice.state });
  if (hadAHand || invoice.verifiedBy === by) return err({ code: 'four-eyes' });
  if (invoice.fault?.isDisputed === true) return err({ code: 'disputed' });
  const reasons = payee === undefined ? [] : holdsOn(payee, paidTo(invoice), dayInSweden(atMs));
  if (reasons.length > 0) return err({ code: 'payment-held', reasons });
  const stops = [...new Set(remarks.filter(({ severity }) => severity === 'stop').map(({ code }) => code))];
  const unseen = stops.filter((code) => !seen.includes(code));
  if (unseen.length > 0) return err({ code: 'controls-unseen', remarks: unseen });
  const despite = stops.length > 0 ? { despite: stops } : {};
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'invoice-approved', by, atMs, ...despite }]);
}

/** The numbers that the invoice is to be paid to. A credit note is not paid. */
export const paidTo = ({ fields, documentType }: SupplierInvoice) =>
  paidKinds.flatMap((kind) => {
    const number = fields[kind].value;
    return number === null || documentType !== 'invoice' ? [] : [{ kind, number }];
  });
