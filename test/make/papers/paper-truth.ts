import {
  type FieldName,
  type FieldValue,
  fieldNames,
  type InvoiceLine,
  type VatSum,
} from '../../../src/shared/domain/invoice-fields/index.ts';
import type { DocumentTruth } from '../documents/truth.ts';
import { totalOf } from './entries.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Printed } from './sheets.ts';

/** What a perfect reading of one generated paper gives. */
export type PaperTruth = DocumentTruth & {
  /** Values that are right though they are not printed as such: an organisation number inside a VAT number, a due day reckoned from terms. */
  readonly implied: { readonly [Name in FieldName]?: FieldValue | null };
  readonly vat: readonly VatSum[];
  readonly lines: readonly Omit<InvoiceLine, 'page' | 'box'>[];
  /** Each place where a field's value is printed; pages from 1 in the paper. */
  readonly printed: readonly Printed[];
  readonly supplierSeed: number;
};

/** What the paper says, null where it was not printed. Pages count from 1. */
export function paperTruth(facts: PaperFacts, printed: readonly Printed[], pageCount: number): PaperTruth {
  const { supplier, sums } = facts;
  const isLetter = facts.type === 'reminder' || facts.type === 'collection_demand';
  const said: { readonly [Name in FieldName]: FieldValue | null } = {
    supplierName: supplier.name,
    organisationNumber: supplier.organisationNumber,
    vatNumber: supplier.vatNumber,
    invoiceNumber: facts.number,
    invoiceDate: facts.issued,
    dueDate: facts.due,
    ocrReference: facts.ocr,
    bankgiro: supplier.bankgiro,
    plusgiro: supplier.plusgiro,
    iban: supplier.iban,
    netMinor: isLetter ? null : sums.net,
    vatMinor: isLetter ? null : sums.vat,
    roundingMinor: isLetter ? null : sums.rounding,
    totalMinor: totalOf(facts),
    currency: facts.currency,
    buyerReference: facts.buyerReference,
    purchaseOrderNumber: facts.purchaseOrder,
  };
  const stands = new Set(printed.map(({ field }) => field));
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, name === 'currency' || stands.has(name) ? said[name] : null]),
  );
  const sign = facts.type === 'credit_note' ? -1 : 1;
  return {
    pages: Array.from({ length: pageCount }, (_, index) => index + 1),
    documentType: facts.type,
    fields: fields as DocumentTruth['fields'],
    implied: impliedBy(facts, said, stands),
    vat: isLetter ? [] : sums.byRate.map(({ ratePercent, baseMinor, vatMinor }) => ({ ratePercent, baseMinor, vatMinor })),
    lines: isLetter
      ? []
      : facts.lines.map((line) => ({
          description: line.description,
          quantity: line.quantityHundredths / 100,
          unitPriceMinor: line.priceMinor,
          ratePercent: line.ratePercent,
          amountMinor: sign * line.amountMinor,
        })),
    printed,
    supplierSeed: supplier.seed,
  };
}

function impliedBy(
  facts: PaperFacts,
  said: { readonly [Name in FieldName]: FieldValue | null },
  stands: ReadonlySet<FieldName>,
): PaperTruth['implied'] {
  return {
    ...(!stands.has('organisationNumber') && stands.has('vatNumber') && { organisationNumber: said.organisationNumber }),
    ...(!stands.has('dueDate') && facts.type !== 'credit_note' && { dueDate: facts.due }),
    ...(!stands.has('netMinor') && { netMinor: said.netMinor }),
    ...(!stands.has('vatMinor') && { vatMinor: said.vatMinor }),
    ...(facts.sums.rounding === 0 && { roundingMinor: stands.has('roundingMinor') ? null : 0 }),
    ...(!stands.has('ocrReference') && facts.ocr !== null && { ocrReference: facts.ocr }),
  };
}
