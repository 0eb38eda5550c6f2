import type { Day } from '../../base/day.ts';
import type { PageWords } from '../../base/page.ts';
import type { Fields, Proposal } from '../invoice-fields/index.ts';
import { amountFields, type ChosenAmounts, chooseAmounts } from './amount-fields.ts';
import type { LearnedAnchor } from './anchor.ts';
import { currencyField } from './currency-field.ts';
import { findDocumentType } from './document-type.ts';
import { headerFields } from './header-fields.ts';
import { findLines } from './invoice-lines.ts';
import { partyFields } from './party-fields.ts';
import { paymentFields } from './payment-fields.ts';
import { type DroppedPage, type PlannedDocument, planPages } from './plan-pages.ts';
import { readDocument, type VerifiedPlaces, withLayout } from './reading.ts';
import { type KnownSupplier, matchSupplier } from './supplier.ts';

/** What the rules know besides the page: suppliers that the page's numbers led to, and the day of the reading. */
export type Around = {
  readonly suppliers: readonly KnownSupplier[];
  readonly today: Day;
  /** What clerks have taught for these suppliers. */
  readonly anchors?: readonly LearnedAnchor[];
  /** The suppliers' last verified invoices, the latest first. */
  readonly repeated?: readonly VerifiedPlaces[];
};

/** What a file was found to hold: each page is in one document or is dropped. */
export type FileProposal = { readonly documents: readonly Proposal[]; readonly dropped: readonly DroppedPage[] };

/**
 * Words on the pages of a file → the documents in it, each with a proposal for every field.
 *
 * Later pages never change where an earlier document ends: while a file is still being read, all documents but the last are done.
 */
export function proposeDocuments(pages: readonly PageWords[], around: Around): FileProposal {
  const { documents, dropped } = planPages(pages);
  return { documents: documents.map((document) => proposeDocument(document, around)), dropped };
}

function proposeDocument({ pages, appendices }: PlannedDocument, around: Around): Proposal {
  const first = readDocument(pages, around.today);
  const match = matchSupplier(first, around.suppliers);
  const { anchors = [], repeated = [] } = around;
  const reading = match ? withLayout(first, match.supplier.id, { anchors, repeated }) : first;
  const payment = paymentFields(reading, match);
  const looksPayable = payment.bankgiro.value !== null || payment.plusgiro.value !== null || payment.iban.value !== null;
  const asPrinted = chooseAmounts(reading, 'invoice');
  const documentType = findDocumentType(reading.rows, {
    total: asPrinted.sums.total?.minor ?? null,
    looksPayable: addsUp(asPrinted) || (looksPayable && isLabelled(asPrinted)),
  });
  const chosen = documentType === 'credit_note' ? chooseAmounts(reading, documentType) : asPrinted;
  const swedishGiro = payment.bankgiro.value !== null || payment.plusgiro.value !== null;
  const party = partyFields(reading, match);
  const swedishSupplier = party.organisationNumber.value !== null;
  const fields: Fields = {
    ...party,
    ...headerFields(reading, { ocr: payment.ocrReference, documentType }),
    ...payment,
    ...amountFields(reading, chosen, documentType),
    currency: currencyField(reading, {
      total: chosen.sums.total?.tokens ?? [],
      swedishGiro,
      swedishSupplier,
      isRegisteredInSweden: match?.isCertain === true && /^\d{10}$/.test(match.supplier.organisationNumber ?? ''),
    }),
  };
  return {
    pages: [...pages, ...appendices].map(({ page }) => page).sort((a, b) => a - b),
    appendixPages: appendices.map(({ page }) => page),
    documentType,
    fields,
    lines: signed(findLines(reading), chosen),
    vat: chosen.vat,
  };
}

const addsUp = ({ sums }: ChosenAmounts): boolean =>
  sums.agreement === 'exact' && (sums.net?.as.net ?? 0) + (sums.vat?.as.vat ?? 0) + (sums.total?.as.total ?? 0) >= 1;
const isLabelled = ({ sums }: ChosenAmounts): boolean => (sums.total?.as.total ?? 0) >= 0.3;

/** On a credit note the lines are below zero too, however they are printed. */
function signed(lines: Proposal['lines'], { sign }: ChosenAmounts): Proposal['lines'] {
  if (sign === 1) return lines;
  return lines.map((line) => ({ ...line, amountMinor: line.amountMinor === null ? null : -Math.abs(line.amountMinor) }));
}
