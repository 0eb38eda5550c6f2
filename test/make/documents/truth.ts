import type { FieldName, FieldValue } from '../../../src/shared/domain/invoice-fields/index.ts';
import { dueDay, type PaperInvoice, sumsOf } from './paper-invoice.ts';

/** What a perfect reading of one document gives; null where the paper shows nothing. */
export type DocumentTruth = {
  readonly pages: readonly number[];
  readonly documentType: string;
  readonly fields: { readonly [Name in FieldName]: FieldValue | null };
};

/** What a layout leaves out of what the invoice holds. */
export type Unprinted = { readonly hides?: readonly FieldName[] };

export function truthOf(invoice: PaperInvoice, pages: readonly number[], { hides = [] }: Unprinted): DocumentTruth {
  const { supplier } = invoice;
  const { net, vat, rounding, total } = sumsOf(invoice);
  const isLetter = invoice.type === 'reminder';
  const fields: DocumentTruth['fields'] = {
    supplierName: supplier.name,
    organisationNumber: supplier.organisationNumber,
    vatNumber: supplier.vatNumber,
    invoiceNumber: invoice.number,
    invoiceDate: invoice.issued,
    dueDate: dueDay(invoice),
    ocrReference: invoice.ocr,
    bankgiro: supplier.bankgiros[0] ?? null,
    plusgiro: supplier.plusgiros[0] ?? null,
    iban: supplier.ibans[0] ?? null,
    netMinor: isLetter ? null : net,
    vatMinor: isLetter ? null : vat,
    roundingMinor: rounding === 0 ? null : rounding,
    totalMinor: total,
    currency: 'SEK',
    buyerReference: isLetter ? null : invoice.buyerReference,
    purchaseOrderNumber: isLetter ? null : invoice.purchaseOrder,
  };
  const shown = Object.entries(fields).map(([name, value]) => [name, hides.some((hidden) => hidden === name) ? null : value]);
  return { pages, documentType: invoice.type, fields: Object.fromEntries(shown) as DocumentTruth['fields'] };
}
