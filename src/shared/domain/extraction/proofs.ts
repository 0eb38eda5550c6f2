import type { Evidence, FieldName } from '../invoice-fields/index.ts';

/**
 * What can prove a value. `reading`: nothing was misread, for two readings in different ways agree, or the file carries the text;
 * `place`: it stands where a clerk showed it, or where it stood on verified invoices of the supplier; `usual-terms`:
 * the invoice date and the due date lie as far apart as usual terms of payment; `rate`: net and VAT are to the öre as a Swedish rate has them.
 * The others are kinds of evidence.
 */
export type Proof =
  | 'qr'
  | 'payment-line'
  | 'check-digit'
  | 'register'
  | 'sum'
  | 'rate'
  | 'label'
  | 'twice'
  | 'reading'
  | 'place'
  | 'usual-terms';

/**
 * The proofs that make each field safe without a person: all of one set. A field whose value is not in the supplier's register row, and a
 * supplier that is not in the register, are never safe, whatever is proven (see the callers of `toField`).
 *
 * A label says what a value means, a reading that it is what is printed, a check digit or a sum both that it was read right and
 * that it is of its kind. Each set holds at least two that cannot err together.
 */
export const proofsThatMakeSafe: { readonly [Name in FieldName]: readonly (readonly Proof[])[] } = {
  supplierName: [['register', 'check-digit']],
  organisationNumber: [['register', 'check-digit']],
  vatNumber: [
    ['register', 'check-digit'],
    ['register', 'label', 'reading'], // a foreign number, whose check digits we do not know
  ],
  invoiceNumber: [
    ['label', 'qr'],
    ['label', 'payment-line'],
    ['label', 'twice'],
    ['label', 'check-digit'], // it stands within an OCR reference with the right check digit: printed twice
    ['label', 'place', 'reading'],
  ],
  invoiceDate: [
    ['label', 'sum'],
    ['label', 'twice'],
    ['label', 'usual-terms', 'reading'],
    ['label', 'qr'],
    ['label', 'place', 'reading'],
  ],
  dueDate: [
    ['label', 'sum'],
    ['label', 'twice'],
    ['label', 'usual-terms', 'reading'],
    ['label', 'qr'],
    ['label', 'place', 'reading'],
  ],
  ocrReference: [
    ['label', 'payment-line'],
    ['label', 'check-digit', 'twice'],
    ['label', 'check-digit', 'reading'],
    ['check-digit', 'qr'],
  ],
  bankgiro: [
    ['register', 'check-digit', 'label'],
    ['register', 'payment-line'],
    ['register', 'qr'],
  ],
  plusgiro: [
    ['register', 'check-digit', 'label'],
    ['register', 'payment-line'],
    ['register', 'qr'],
  ],
  iban: [['register', 'check-digit']],
  netMinor: [
    ['label', 'sum'],
    ['label', 'rate'],
    ['sum', 'rate', 'reading'], // a part of the labelled total, as large as the rate has it: its own label was not read
  ],
  vatMinor: [
    ['label', 'sum'],
    ['label', 'rate'],
    ['sum', 'rate', 'reading'],
  ],
  roundingMinor: [['label', 'sum']],
  totalMinor: [
    ['label', 'sum'],
    ['label', 'payment-line'],
    ['label', 'qr'],
  ],
  currency: [
    ['label', 'check-digit'],
    ['label', 'register'],
    ['check-digit', 'register'], // printed somewhere, and no other is: the callers of `toField` see to that
  ],
  buyerReference: [['label', 'place', 'reading']],
  purchaseOrderNumber: [['label', 'place', 'reading']],
};

/** The reference of the evidence that two days lie as far apart as usual terms of payment. */
export const usualTerms = 'usual-terms';

/** The reference of the evidence that net and VAT are as a rate has them. */
export const byRate = 'rate';

const proofOfKind: { readonly [Kind in Evidence['kind']]: Proof | undefined } = {
  file: undefined, // no reading of paper: see e-invoices/propose
  qr: 'qr',
  'payment-line': 'payment-line',
  'check-digit': 'check-digit',
  register: 'register',
  sum: 'sum',
  label: 'label',
  'second-reading': 'reading',
  twice: 'twice',
  'text-layer': 'reading',
  learned: 'place',
  repeated: 'place',
  format: undefined,
  pixels: undefined,
  person: undefined,
};

/** Which proof a piece of evidence is; undefined: none. */
export function proofOf(one: Evidence): Proof | undefined {
  if (one.kind === 'format' && one.ref === usualTerms) return 'usual-terms';
  return one.kind === 'sum' && one.ref === byRate ? 'rate' : proofOfKind[one.kind];
}

/** Whether the evidence holds all of one of the field's sets of proofs. */
export function isProven(field: FieldName, evidence: readonly Evidence[]): boolean {
  const proofs = new Set(evidence.map(proofOf));
  return proofsThatMakeSafe[field].some((set) => set.every((proof) => proofs.has(proof)));
}
