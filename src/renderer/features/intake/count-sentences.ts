import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { accountedFor, doAgree, type SheetCounts } from './sheet-groups.ts';

/** '30 sidor = 24 fakturasidor + 4 bilagesidor + 2 borttagna', or a warning when that is not so. */
export function countSentence(counts: SheetCounts, t: Texts): { readonly text: string; readonly isRight: boolean } {
  const { sheet } = t;
  const parts = [
    counts.invoicePages > 0 || accountedFor(counts) === 0 ? fillPlural(sheet.invoicePages, counts.invoicePages) : '',
    counts.appendixPages > 0 ? fillPlural(sheet.appendixPages, counts.appendixPages) : '',
    counts.dropped > 0 ? fillPlural(sheet.droppedPages, counts.dropped) : '',
  ]
    .filter((part) => part !== '')
    .join(sheet.plus);
  const pages = fillPlural(sheet.pageCount, counts.pages);
  if (doAgree(counts)) return { text: fill(sheet.sum, { pages, parts }), isRight: true };
  return { text: fill(sheet.mismatch, { pages, parts, counted: accountedFor(counts) }), isRight: false };
}
