import { editsBetween } from '../../base/edit-distance.ts';
import type { PageWords } from '../../base/page.ts';
import { factsOf, type PageFacts } from './page-facts.ts';

/** A page of a file that belongs to no document: nothing on it, or a sheet that only parts documents. */
export type DroppedPage = { readonly page: number; readonly why: DropReason };
export const dropReasons = ['blank', 'separator'] as const;
export type DropReason = (typeof dropReasons)[number];

/** The pages of one document: those that are read, and the appendices that are kept with them. */
export type PlannedDocument = { readonly pages: readonly PageWords[]; readonly appendices: readonly PageWords[] };
export type PagePlan = { readonly documents: readonly PlannedDocument[]; readonly dropped: readonly DroppedPage[] };

type Open = { readonly pages: PageWords[]; readonly appendices: PageWords[]; readonly facts: PageFacts[] };

/**
 * Which pages make which document. Each page is in one document, as a page or an appendix, or is dropped.
 *
 * Decided page by page, forwards: a later page never changes where an earlier document ends.
 */
export function planPages(pages: readonly PageWords[]): PagePlan {
  const documents: Open[] = [];
  const dropped: DroppedPage[] = [];
  let isParted = true;
  for (const page of pages) {
    const facts = factsOf(page);
    if (facts.isBlank) dropped.push({ page: page.page, why: 'blank' });
    else if (facts.isSeparator) {
      dropped.push({ page: page.page, why: 'separator' });
      isParted = true;
    } else {
      const open = documents.at(-1);
      if (!open || isParted || begins(facts, open)) documents.push({ pages: [page], appendices: [], facts: [facts] });
      else if (isAppendixTo(facts, open)) open.appendices.push(page);
      else {
        open.pages.push(page);
        open.facts.push(facts);
      }
      isParted = false;
    }
  }
  return { documents, dropped };
}

/** Whether a page is the first of another document. In doubt it is not: a clerk parts two more easily than finding the lost half. */
function begins(page: PageFacts, { facts, appendices }: Open): boolean {
  if (isOnlyAppendix(page) || facts.some(({ invoiceNumber }) => isSameNumber(page.invoiceNumber, invoiceNumber))) return false;
  const other = numberApart(page, facts);
  const sender = senderOf(page, facts);
  // 'Fakturaspecifikation' is the heading of an appendix, too.
  const isNamed = page.heading !== undefined && !(page.isAppendix && !page.isPayable);
  // Appendices lie last, so a page with a heading after them is no more of the same.
  if (page.place === 'later') return isNamed && (appendices.length > 0 || (other > 0 && sender === 'other'));
  if (page.place === 'first' || (isNamed && (appendices.length > 0 || other > 1))) return true;
  if (sender === 'other') return isNamed || page.isPayable || other > 0;
  const isNumbered = other > 0 || isFirstNumber(page, facts);
  // What has a sum and somewhere to pay it is whole: a page with a heading, or one more sum and number, is the next.
  if (facts.some(({ isPayable }) => isPayable))
    return (isNamed && (sender !== 'same' || page.isPayable)) || (page.isPayable && (isNumbered || hasOtherSum(page, facts)));
  return (other > 1 && page.isPayable && page.companies.size > 0 && sender !== 'same') || (isNamed && isAnotherKind(page, facts));
}

const isSameNumber = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;

/** In how many signs a page's invoice number differs from those before: 0 where it has none, 1 may be misread, 2 is more than one. */
function numberApart({ invoiceNumber: own }: PageFacts, facts: readonly PageFacts[]): 0 | 1 | 2 {
  const others = facts.flatMap(({ invoiceNumber }) => invoiceNumber ?? []).filter(isCredible);
  if (own === undefined || !isCredible(own) || others.length === 0) return 0;
  return others.some((other) => editsBetween(own, other, 1) <= 1) ? 1 : 2;
}
const isCredible = (number: string): boolean => number.length >= 3;

/** Whether the sender is the same: by a number of one kind that stood before, or that differs from all of its kind that did. */
function senderOf(page: PageFacts, facts: readonly PageFacts[]): 'same' | 'other' | 'unknown' {
  const kinds = (['companies', 'bankgiros'] as const).map((kind) => {
    const before = new Set(facts.flatMap((one) => [...one[kind]]));
    if (page[kind].size === 0 || before.size === 0) return 'unknown';
    return [...page[kind]].some((number) => before.has(number)) ? 'same' : 'other';
  });
  return kinds.find((kind) => kind === 'same') ?? kinds.find((kind) => kind === 'other') ?? 'unknown';
}

/** It names an invoice number, and no page before it does. */
const isFirstNumber = ({ invoiceNumber }: PageFacts, facts: readonly PageFacts[]): boolean =>
  invoiceNumber !== undefined && isCredible(invoiceNumber) && facts.every((one) => one.invoiceNumber === undefined);

/** It tells another sum to pay than any page before it; a giro slip on a page of its own tells the same. */
const hasOtherSum = ({ toPayMinor }: PageFacts, facts: readonly PageFacts[]): boolean =>
  toPayMinor !== undefined &&
  facts.some((one) => one.toPayMinor !== undefined) &&
  facts.every((one) => one.toPayMinor !== toPayMinor);

/** A reminder, a demand or a credit note among pages that are none; an invoice with its number after a reminder or a demand. */
function isAnotherKind({ heading, invoiceNumber }: PageFacts, facts: readonly PageFacts[]): boolean {
  const isNew = facts.every((one) => one.heading !== heading);
  const isDemanded = facts.some((one) => one.heading === 'reminder' || one.heading === 'collection_demand');
  return isNew && (heading !== 'invoice' || (isDemanded && invoiceNumber !== undefined));
}

const isOnlyAppendix = (page: PageFacts): boolean => page.isAppendix && !page.isPayable && page.heading === undefined;

/** A page that neither goes on with the invoice (by its page number, its number or its sums) nor is one. */
function isAppendixTo(page: PageFacts, { facts }: Open): boolean {
  if (isOnlyAppendix(page)) return true;
  if (page.place === 'later' || page.isPayable || page.heading !== undefined) return false;
  const continues = page.invoiceNumber !== undefined && facts.some(({ invoiceNumber }) => invoiceNumber === page.invoiceNumber);
  const isWhole = facts.some(({ isPayable }) => isPayable);
  return !continues && isWhole;
}
