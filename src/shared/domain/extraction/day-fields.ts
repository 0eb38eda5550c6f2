import { addDays, type Day, daysBetween } from '../../base/day.ts';
import type { DocumentType, Evidence, Field } from '../invoice-fields/index.ts';
import { type PrintedDay, readDay } from './dates.ts';
import { type Candidate, toField } from './field.ts';
import { labelEvidence, leastScore } from './labelled.ts';
import { usualTerms } from './proofs.ts';
import { linksOf, type Reading } from './reading.ts';
import { findSpans, type Span } from './spans.ts';

type Days = { readonly invoiceDate: Field<string>; readonly dueDate: Field<string> };

/**
 * The invoice date and the due date, chosen as a pair: due is not before issued, and the printed terms, or usual ones, lie between.
 * Where the label of one was lost in reading, the day that fits the other stands in.
 */
export function dayFields(reading: Reading, { documentType }: { readonly documentType: DocumentType }): Days {
  const days = findSpans(reading.rows, { mostTokens: 6, widestGap: 1.5, read: (text) => readDay(text, reading.today) });
  const links = linksOf(reading, days);
  const labelled = (kind: 'invoiceDate' | 'dueDate'): readonly Candidate<string>[] =>
    links(kind)
      .filter((link) => link.score >= leastScore)
      .map((link) => dayCandidate(link.span, link.score - (link.span.value.ambiguous ? 0.1 : 0), labelEvidence(link)));
  const [issued, due] = [labelled('invoiceDate').map((one) => notToCome(one, reading)), labelled('dueDate')];
  const others = days.filter((span) => !links('otherDate').some((link) => link.span === span && link.score >= 0.5));
  const terms = termsIn(reading);
  const pairedIssued = issued.map((one) => inPair(one, due.map(gapFrom(one)), terms));
  const pairedDue = due.map((one) => inPair(one, issued.map(gapTo(one)), terms));
  return {
    invoiceDate: toField(reading, 'invoiceDate', issued.length > 0 ? pairedIssued : unlabelledIssue(others, best(due), terms), {
      empty: 'missing',
    }),
    dueDate: toField(reading, 'dueDate', due.length > 0 ? pairedDue : unlabelledDue(others, best(issued), terms, documentType), {
      empty: documentType === 'invoice' ? 'missing' : 'absent', // a credit note is not paid
    }),
  };
}

/** An invoice dated in days to come is likelier misread: the closer reading is right where it is not. */
function notToCome(candidate: Candidate<string>, { again, today }: Reading): Candidate<string> {
  const text = candidate.value > today ? again(candidate.tokens) : undefined;
  const closer = text === undefined ? undefined : readDay(text, today);
  return text === undefined || closer === undefined || closer.day > today
    ? candidate
    : { ...candidate, value: closer.day, raw: text };
}

const gapFrom = (from: Candidate<string>) => (to: Candidate<string>) => daysBetween(from.value as Day, to.value as Day);
const gapTo = (to: Candidate<string>) => (from: Candidate<string>) => daysBetween(from.value as Day, to.value as Day);
const best = (candidates: readonly Candidate<string>[]): Candidate<string> | undefined =>
  [...candidates].sort((a, b) => b.score - a.score)[0];

/** Terms of payment that are usual, in days. Source: räntelagen (1975:635) 2 a § (30 days to public bodies); the others are usage. */
const usualDays: readonly number[] = [8, 10, 14, 15, 20, 21, 25, 28, 30, 31, 35, 40, 45, 60, 90];

/** A day with what its distance to the other says: the printed terms prove it, usual ones speak for it, impossible ones against. */
function inPair(one: Candidate<string>, gaps: readonly number[], terms: readonly number[]): Candidate<string> {
  const proven = gaps.some((gap) => terms.includes(gap));
  const isPossible = gaps.length === 0 || gaps.some((gap) => gap >= 0 && gap <= 120);
  const evidence: readonly Evidence[] = [
    ...one.evidence,
    ...(proven ? [{ kind: 'sum', ref: 'payment-terms' } as const] : []),
    ...(gaps.some((gap) => usualDays.includes(gap)) ? [{ kind: 'format', ref: usualTerms } as const] : []),
  ];
  return { ...one, evidence, score: one.score + (proven ? 0.5 : 0) - (isPossible ? 0 : 0.3) };
}

const dayCandidate = (span: Span<PrintedDay>, score: number, evidence: readonly Evidence[]): Candidate<string> => ({
  value: span.value.day,
  raw: span.raw,
  tokens: span.tokens,
  score,
  evidence,
});

/** Without a label: the day from which the terms lead to the due date, else the first on the paper that is not the due date. */
function unlabelledIssue(
  days: readonly Span<PrintedDay>[],
  due: Candidate<string> | undefined,
  terms: readonly number[],
): readonly Candidate<string>[] {
  return days
    .filter((span) => span.value.day !== due?.value)
    .slice(0, 8)
    .map((span, place) => {
      const gap = due === undefined ? undefined : daysBetween(span.value.day, due.value as Day);
      return dayCandidate(span, 0.2 - 0.02 * place + fitOf(gap, terms), proofOfTerms(gap, terms));
    });
}

/** Without a label: a printed day that the terms lead to, else the day that they do, for a person to look at. A credit note has none. */
function unlabelledDue(
  days: readonly Span<PrintedDay>[],
  issued: Candidate<string> | undefined,
  terms: readonly number[],
  documentType: DocumentType,
): readonly Candidate<string>[] {
  if (issued === undefined || documentType === 'credit_note') return [];
  const printed = days.flatMap((span) => {
    const gap = daysBetween(issued.value as Day, span.value.day);
    return fitOf(gap, terms) > 0 ? [dayCandidate(span, 0.2 + fitOf(gap, terms), proofOfTerms(gap, terms))] : [];
  });
  const [days0] = terms;
  if (printed.length > 0 || days0 === undefined) return printed;
  const evidence: readonly Evidence[] = [{ kind: 'format', ref: 'payment-terms' }];
  return [{ value: addDays(issued.value as Day, days0), raw: '', tokens: [], score: 0.2, evidence }];
}

const fitOf = (gap: number | undefined, terms: readonly number[]): number =>
  gap === undefined ? 0 : terms.includes(gap) ? 0.4 : usualDays.includes(gap) ? 0.2 : 0;

const proofOfTerms = (gap: number | undefined, terms: readonly number[]): readonly Evidence[] =>
  gap !== undefined && terms.includes(gap) ? [{ kind: 'sum', ref: 'payment-terms' }] : [];

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
