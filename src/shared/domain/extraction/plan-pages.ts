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
function begins(page: PageFacts, { facts }: Open): boolean {
  if (isOnlyAppendix(page)) return false;
  const numbers = facts.flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  const isSame = page.invoiceNumber !== undefined && numbers.includes(page.invoiceNumber);
  const isOther = page.invoiceNumber !== undefined && numbers.length > 0 && !isSame;
  if (isSame) return false;
  if (page.place === 'later') return isOther && page.heading !== undefined && !sharesKey(page, facts);
  if (page.place === 'first') return true;
  if (page.heading === undefined) return false;
  const isWhole = facts.some(({ isPayable }) => isPayable);
  return isOther || (page.isPayable && (isWhole || !sharesKey(page, facts))) || (page.keys.size > 0 && !sharesKey(page, facts));
}

const sharesKey = (page: PageFacts, facts: readonly PageFacts[]): boolean =>
  facts.some(({ keys }) => [...page.keys].some((key) => keys.has(key)));

const isOnlyAppendix = (page: PageFacts): boolean => page.isAppendix && !page.isPayable && page.heading === undefined;

/** A page that neither goes on with the invoice (by its page number, its number or its sums) nor is one. */
function isAppendixTo(page: PageFacts, { facts }: Open): boolean {
  if (isOnlyAppendix(page)) return true;
  if (page.place === 'later' || page.isPayable || page.heading !== undefined) return false;
  const continues = page.invoiceNumber !== undefined && facts.some(({ invoiceNumber }) => invoiceNumber === page.invoiceNumber);
  const isWhole = facts.some(({ isPayable }) => isPayable);
  return !continues && isWhole;
}
