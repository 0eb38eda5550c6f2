import type { DocumentType, Field } from '../invoice-fields/index.ts';
import { dayFields } from './day-fields.ts';
import { type Candidate, toField } from './field.ts';
import type { LabelKind } from './label-words.ts';
import { labelEvidence, leastScore } from './labelled.ts';
import type { Link } from './links.ts';
import { linksOf, type Reading } from './reading.ts';
import { codesIn, phrasesIn } from './references.ts';
import type { Span } from './spans.ts';

type HeaderNames = 'invoiceNumber' | 'invoiceDate' | 'dueDate' | 'buyerReference' | 'purchaseOrderNumber';

/** Number, days and references. `ocr` is the OCR reference: it often bears the invoice number within. */
export function headerFields(
  reading: Reading,
  around: { readonly ocr: Field<string>; readonly documentType: DocumentType },
): { readonly [Name in HeaderNames]: Field<string> } {
  const codes = codesIn(reading.rows);
  return {
    invoiceNumber: toField(reading, 'invoiceNumber', withOcr(numbersLabelled(reading, codes, around.documentType), around.ocr), {
      empty: 'missing',
    }),
    ...dayFields(reading, around),
    buyerReference: toField(
      reading,
      'buyerReference',
      labelled(reading, phrasesIn(reading.rows, labelTokens(reading)), 'buyerReference'),
      {
        empty: 'absent',
      },
    ),
    purchaseOrderNumber: toField(reading, 'purchaseOrderNumber', labelled(reading, codes, 'purchaseOrderNumber'), {
      empty: 'absent',
    }),
  };
}

const labelTokens = (reading: Reading) => new Set(reading.labels.flatMap((label) => label.tokens));

function labelled(reading: Reading, spans: readonly Span<string>[], kind: LabelKind): readonly Candidate<string>[] {
  return linksOf(
    reading,
    spans,
  )(kind)
    .filter((link) => link.score >= leastScore)
    .map((link) => ({
      ...link.span,
      score: link.score + inHeading(link, reading) - ofFewSigns(link),
      evidence: labelEvidence(link),
    }));
}

/** A number of one or two signs is more often a quantity, or what is left of a longer one. */
const ofFewSigns = ({ label: { kind }, span }: Link<string>): number =>
  (kind === 'invoiceNumber' || kind === 'purchaseOrderNumber') && span.value.length < 3 ? 0.3 : 0;

/** 'Nr' by itself may be of anything; behind 'Faktura' on its row it is the invoice's. */
function inHeading({ label: { kind, tokens, strength } }: Link<unknown>, { rows }: Reading): number {
  const [first] = rows[tokens[0]?.row ?? -1]?.tokens ?? [];
  const isHeaded = first !== undefined && first.y0 < 0.4 && headingWords.test(first.text);
  return kind === 'invoiceNumber' && strength <= 0.5 && isHeaded ? 0.3 : 0;
}

const headingWords = /(faktura|invoice|rechnung|korrektur|factuur|facture|nota|avi)$/i;

/** A credit note names the invoice that it credits too: that is not its own number. */
function numbersLabelled(reading: Reading, codes: readonly Span<string>[], type: DocumentType): readonly Candidate<string>[] {
  const found = labelled(reading, codes, 'invoiceNumber');
  const credited = (one: Candidate<string>): boolean =>
    one.evidence.some((proof) => proof.kind === 'label' && /^avser|kredit(erar|ering)/.test(proof.ref));
  return type === 'credit_note' ? found.filter((one) => !credited(one)) : found;
}

/** An OCR reference with right check digit that begins with the invoice number (or is it) proves the number's reading. */
function withOcr(candidates: readonly Candidate<string>[], ocr: Field<string>): readonly Candidate<string>[] {
  const isKnownAsReference = ocr.evidence.some(({ kind }) => kind === 'label' || kind === 'payment-line' || kind === 'qr');
  if (!isKnownAsReference) return candidates;
  const proof = ocr.evidence.find((one) => one.kind === 'payment-line') ?? ocr.evidence.find((one) => one.kind === 'check-digit');
  const proven = proof?.kind === 'payment-line' || proof?.kind === 'check-digit' ? proof.kind : undefined;
  return candidates.map((candidate) => {
    const digits = candidate.value.replace(/\D/g, '');
    // Letters before the digits do not stand in the reference: it says nothing of how they were read.
    const within = digits === candidate.value && digits.length >= 4 && ocr.value?.startsWith(digits) === true;
    if (!within || !proven) return candidate;
    return {
      ...candidate,
      score: candidate.score + 0.3,
      evidence: [...candidate.evidence, { kind: proven, ref: 'within-ocr-reference' }],
    };
  });
}
