import type { Day } from '../../base/day.ts';
import type { SupplierId } from '../../base/ids.ts';
import type { FieldName } from '../invoice-fields/index.ts';
import type { PaymentNumber, PaymentNumberKind, Supplier } from '../suppliers/index.ts';
import type { Twin } from './duplicates.ts';
import type { SupplierInvoice } from './supplier-invoice.ts';

export const findingCodes = [
  'breaks-rules',
  'required-field-missing',
  'payment-number-missing',
  'due-date-missing',
  'not-an-invoice',
  'sum-is-off',
  'vat-is-off',
  'vat-rate-unknown',
  'credit-note-not-negative',
  'invoice-is-negative',
  'dated-in-future',
  'dated-long-ago',
  'due-before-invoice-date',
  'due-later-than-usual',
  'wrong-organisation-number',
  'wrong-vat-number',
  'vat-number-of-another',
  'wrong-bankgiro',
  'wrong-plusgiro',
  'wrong-iban',
  'wrong-ocr-reference',
  'supplier-unknown',
  'supplier-number-differs',
  'payment-number-new',
  'payment-number-not-in-register',
  'payment-number-ended',
  'payment-number-not-yet',
  'payment-number-of-another',
  'giro-kind-differs',
  'giro-could-be-either',
  'same-invoice',
  'looks-like-another',
  'reminder-of-known',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What a check found. An `error` stops the verification; a `warning` has to be acknowledged. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly field?: FieldName;
  /** Figures and names for the sentence: amounts in minor units, days as text. */
  readonly detail?: { readonly [name: string]: string | number };
};

/** A payment number that stands on an invoice, and a supplier that has it in the register. */
export type NumberOwner = {
  readonly kind: PaymentNumberKind;
  readonly number: string;
  readonly supplierId: SupplierId;
  readonly name: string;
};

/** What the checks need to know besides the invoice itself. */
export type Around = {
  readonly today: Day;
  readonly supplier: Supplier | undefined;
  readonly paymentNumbers: readonly PaymentNumber[];
  /** Who else in the register has a payment number that stands on the invoice. */
  readonly otherOwners?: readonly NumberOwner[];
  /** Invoices that may be the same one: same sender and like number, or same amount and day. */
  readonly twins: readonly Twin[];
  /** Other keys of the sender: ids of suppliers in the register that are the same party, its organisation number. */
  readonly parties?: readonly string[];
};

export type Facts = Pick<SupplierInvoice, 'id' | 'documentType' | 'fields' | 'vat' | 'supplierId' | 'pages' | 'judgement'>;
export type Check = (facts: Facts, around: Around) => readonly Finding[];

export const error = (code: FindingCode, field?: FieldName, detail?: Finding['detail']): readonly Finding[] => [
  { code, severity: 'error', ...(field && { field }), ...(detail && { detail }) },
];
export const warning = (code: FindingCode, field?: FieldName, detail?: Finding['detail']): readonly Finding[] => [
  { code, severity: 'warning', ...(field && { field }), ...(detail && { detail }) },
];
