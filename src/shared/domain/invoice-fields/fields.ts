import type { Box } from '../../base/page.ts';

/**
 * The header fields of a supplier invoice, wherever they came from: a scan, a text layer, an e-invoice, a clerk.
 * The order here is the order on the screen.
 */
export const fieldNames = [
  'supplierName',
  'organisationNumber',
  'vatNumber',
  'invoiceNumber',
  'invoiceDate',
  'dueDate',
  'ocrReference',
  'bankgiro',
  'plusgiro',
  'iban',
  'netMinor',
  'vatMinor',
  'roundingMinor',
  'totalMinor',
  'currency',
  'buyerReference',
  'purchaseOrderNumber',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What kind of value a field holds. `digits` keeps leading zeros; `minor` is whole minor units; `day` is 'YYYY-MM-DD'. */
export const fieldKinds = {
  supplierName: 'text',
  organisationNumber: 'organisation-number',
  vatNumber: 'vat-number',
  invoiceNumber: 'text',
  invoiceDate: 'day',
  dueDate: 'day',
  ocrReference: 'digits',
  bankgiro: 'bankgiro',
  plusgiro: 'plusgiro',
  iban: 'iban',
  netMinor: 'minor',
  vatMinor: 'minor',
  roundingMinor: 'minor',
  totalMinor: 'minor',
  currency: 'currency',
  buyerReference: 'text',
  purchaseOrderNumber: 'text',
} as const satisfies Record<FieldName, string>;
export type FieldKind = (typeof fieldKinds)[FieldName];

export const amountNames = ['netMinor', 'vatMinor', 'roundingMinor', 'totalMinor'] as const satisfies readonly FieldName[];
export type AmountName = (typeof amountNames)[number];

/** An amount is a whole number of minor units; every other value is text in its normal form. */
export type FieldValueOf<Name extends FieldName> = Name extends AmountName ? number : string;
export type FieldValue = string | number;

/**
 * How a field stands with the clerk.
 *
 * - `safe`: proven, nobody need look · `check`: read, but in doubt · `error`: read, and breaks a rule
 * - `missing`: not found, and wanted · `absent`: does not stand on the invoice
 */
export type FieldState = 'safe' | 'check' | 'error' | 'missing' | 'absent';

/** Why we believe a value, strongest first on the screen. `text` is for people. */
export type Evidence =
  | { readonly kind: 'pixels'; readonly page: number; readonly box: Box; readonly text: string }
  | { readonly kind: ReferringEvidence; readonly ref: string };

/**
 * Evidence that is more than the pixels; `ref` says what it leans on.
 *
 * - `file`: stands as data in an e-invoice; `ref` is its XML path, as `Field.source`
 * - `qr`: a payment code on the page (`ref`: its format) · `payment-line`: the giro slip's machine line
 * - `text-layer`: stands in the file as text, so that nothing was misread
 * - `check-digit`: `ref` is the method · `register`: `ref` is the register's number or row · `sum`: arithmetic, `ref` the equation
 * - `twice`: stands with its label in two places of the document, read alike
 * - `second-reading`: read twice, in two ways, with the same result · `learned`: `ref` is the id of the learned rule
 * - `repeated`: stands where it stood on the supplier's verified invoices; `ref` is the latest one's id
 * - `label`: its printed word, `ref` as read · `format`: the field's usual form, or reckoned · `person`: `ref` is the person's id
 */
export const referringEvidence = [
  'file',
  'qr',
  'payment-line',
  'register',
  'sum',
  'check-digit',
  'second-reading',
  'text-layer',
  'twice',
  'learned',
  'repeated',
  'label',
  'format',
  'person',
] as const;
export type ReferringEvidence = (typeof referringEvidence)[number];

/** Strongest first. */
export const byStrength = (a: Evidence, b: Evidence): number => strengthOf(a) - strengthOf(b);
const strengthOf = ({ kind }: Evidence): number =>
  kind === 'pixels' ? referringEvidence.length : referringEvidence.indexOf(kind);

export type Alternative<Value extends FieldValue = FieldValue> = {
  readonly value: Value;
  readonly raw: string;
  readonly confidence: number;
  readonly page: number | null;
  readonly box: Box | null;
};

/** One field: what it is, what stood on the paper, where, and how sure. */
export type Field<Value extends FieldValue = FieldValue> = {
  readonly value: Value | null;
  /** As it stood on the paper or was typed; '' when nothing was found. */
  readonly raw: string;
  readonly state: FieldState;
  /** 0..1 */
  readonly confidence: number;
  /** 1 is the first page of the document's file; null when no page shows it. */
  readonly page: number | null;
  readonly box: Box | null;
  /** The XML path in an e-invoice; else null. */
  readonly source: string | null;
  readonly evidence: readonly Evidence[];
  readonly alternatives: readonly Alternative<Value>[];
};

export type Fields = { readonly [Name in FieldName]: Field<FieldValueOf<Name>> };

export const documentTypes = ['invoice', 'credit_note', 'reminder', 'collection_demand', 'other'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** One line of an invoice's table. Rates in percent, as printed; amounts in minor units. */
export type InvoiceLine = {
  readonly description: string;
  readonly quantity: number | null;
  readonly unitPriceMinor: number | null;
  readonly ratePercent: number | null;
  readonly amountMinor: number | null;
  readonly page: number | null;
  readonly box: Box | null;
};

/** VAT at one rate. */
export type VatSum = { readonly ratePercent: number; readonly baseMinor: number | null; readonly vatMinor: number | null };

/** What a reading proposes for one document of a file. */
export type Proposal = {
  /** Pages of the file, 1 first; appendices too. */
  readonly pages: readonly number[];
  /** Those of them that are appendices (bilagor): kept, and not read as invoices. */
  readonly appendixPages: readonly number[];
  readonly documentType: DocumentType;
  readonly fields: Fields;
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly VatSum[];
};

/** A field that nothing was found for. */
export const emptyField = (state: 'missing' | 'absent'): Field<never> => ({
  value: null,
  raw: '',
  state,
  confidence: 0,
  page: null,
  box: null,
  source: null,
  evidence: [],
  alternatives: [],
});
