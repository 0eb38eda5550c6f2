import { addDays, type Day, daysBetween } from '../../base/day.ts';
import type { DocumentType, Evidence, Field } from '../invoice-fields/index.ts';
import { type PrintedDay, readDay } from './dates.ts';
import { type Candidate, toField } from './field.ts';
import type { LabelKind } from './label-words.ts';
import type { Link } from './links.ts';
import { usualTerms } from './proofs.ts';
import { linksOf, type Reading } from './reading.ts';
import { codesIn, phrasesIn } from './references.ts';
import { findSpans, type Span } from './spans.ts';

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

const leastScore = 0.25;

/** A weak or far label is a reason to look here, and no proof. */
const labelEvidence = ({ label, score }: Link<unknown>): readonly Evidence[] =>
  score >= 0.45 ? [{ kind: 'label', ref: label.text }] : [];

function labelled(reading: Reading, spans: readonly Span<string>[], kind: LabelKind): readonly Candidate<string>[] {
  return linksOf(
    reading,
    spans,
  )(kind)
    .filter((link) => link.score >= leastScore)
    .map((link) => ({ ...link.span, score: link.score + inHeading(link, reading), evidence: labelEvidence(link) }));
}

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
  const proof = ocr.evidence.find((one) => one.kind === 'payment-line') ?? ocr.evidence.find((one) => one.kind === 'check-digit');
  const proven = proof?.kind === 'payment-line' || proof?.kind === 'check-digit' ? proof.kind : undefined;
  return candidates.map((candidate) => {
    const digits = candidate.value.replace(/\D/g, '');
    const within = digits.length >= 4 && ocr.value !== null && ocr.value.startsWith(digits);
    if (!within || !proven) return candidate;
    return {
      ...candidate,
      score: candidate.score + 0.3,
      evidence: [...candidate.evidence, { kind: proven, ref: 'within-ocr-reference' }],
    };
  });
}

/** The invoice date and the due date, chosen as a pair: due is not before issued, and the printed terms may lie between. */
function dayFields(
  reading: Reading,
  { documentType }: { readonly documentType: DocumentType },
): { readonly invoiceDate: Field<string>; readonly dueDate: Field<string> } {
  const days = findSpans(reading.rows, { mostTokens: 6, widestGap: 1.5, read: (text) => readDay(text, reading.today) });
  const links = linksOf(reading, days);
  const candidatesOf = (kind: 'invoiceDate' | 'dueDate') =>
    links(kind)
      .filter((link) => link.score >= leastScore)
      .map((link) => dayCandidate(link.span, link.score - (link.span.value.ambiguous ? 0.1 : 0), labelEvidence(link)));
  const issued = candidatesOf('invoiceDate');
  const due = candidatesOf('dueDate');
  const terms = termsIn(reading);
  const inPair = (
    one: Candidate<string>,
    others: readonly Candidate<string>[],
    gapTo: (other: Candidate<string>) => number,
  ): Candidate<string> => {
    const gaps = others.map(gapTo);
    const proven = gaps.some((gap) => terms.includes(gap));
    const possible = gaps.length === 0 || gaps.some((gap) => gap >= 0 && gap <= 120);
    const usual = gaps.some((gap) => usualDays.includes(gap));
    const evidence: readonly Evidence[] = [
      ...one.evidence,
      ...(proven ? [{ kind: 'sum', ref: 'payment-terms' } as const] : []),
      ...(usual ? [{ kind: 'format', ref: usualTerms } as const] : []),
    ];
    return { ...one, evidence, score: one.score + (proven ? 0.5 : 0) - (possible ? 0 : 0.3) };
  };
  const between = (from: Candidate<string>, to: Candidate<string>): number => daysBetween(from.value as Day, to.value as Day);
  const pairedIssued = issued.map((one) => inPair(one, due, (other) => between(one, other)));
  const pairedDue = due.map((one) => inPair(one, issued, (other) => between(other, one)));
  return {
    invoiceDate: toField(reading, 'invoiceDate', pairedIssued.length > 0 ? pairedIssued : unlabelledDays(days), {
      empty: 'missing',
    }),
    dueDate: toField(
      reading,
      'dueDate',
      pairedDue.length > 0 || documentType === 'credit_note' ? pairedDue : reckonedDue(pairedIssued, terms),
      {
        empty: documentType === 'invoice' ? 'missing' : 'absent', // a credit note is not paid
      },
    ),
  };
}

/** Terms of payment that are usual. Source: räntelagen (1975:635) 2 a § (30 days between businesses and public bodies); else usage. */
const usualDays: readonly number[] = [8, 10, 14, 15, 20, 21, 25, 28, 30, 31, 35, 40, 45, 60, 90];

const dayCandidate = (span: Span<PrintedDay>, score: number, evidence: readonly Evidence[]): Candidate<string> => ({
  value: span.value.day,
  raw: span.raw,
  tokens: span.tokens,
  score,
  evidence,
});

/** Without any label the first day on the paper is the likeliest to be its own. */
const unlabelledDays = (days: readonly Span<PrintedDay>[]): readonly Candidate<string>[] =>
  days.slice(0, 5).map((span, place) => dayCandidate(span, 0.2 - 0.02 * place, []));

/** Terms of payment without a printed due date: invoice date + terms, for a person to look at. */
function reckonedDue(issued: readonly Candidate<string>[], terms: readonly number[]): readonly Candidate<string>[] {
  const [first] = [...issued].sort((a, b) => b.score - a.score);
  const [days] = terms;
  if (!first || days === undefined) return [];
  return [
    {
      value: addDays(first.value as Day, days),
      raw: '',
      tokens: [],
      score: 0.2,
      evidence: [{ kind: 'format', ref: 'payment-terms' }],
    },
  ];
}

/** Days of '30 dagar netto' where a label of terms announces it. */
function termsIn(reading: Reading): readonly number[] {
  const spans = findSpans(reading.rows, {
    mostTokens: 3,
    widestGap: 1.5,
    read: (text) => {
      const days = /^(?:net\s*|netto\s*)?(\d{1,3})\s*(?:dagar|dgr|days|dag|d)\b/i.exec(text)?.[1];
      return days === undefined ? undefined : Number(days);
    },
  });
  return linksOf(reading, spans)('paymentTerms').map((link) => link.span.value);
}
