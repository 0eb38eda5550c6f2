import type { PageWords } from '../../base/page.ts';
import { findLabels, lettersOf } from './labels.ts';
import { linkLabels } from './links.ts';
import { codesIn } from './references.ts';
import { type Row, textOf, toRows } from './rows.ts';

/**
 * The pages of each document of a file. Careful: a new document begins only at a page that calls itself the first of its
 * own, or that bears another invoice number with a heading of its own.
 */
export function splitDocuments(pages: readonly PageWords[]): readonly (readonly PageWords[])[] {
  const documents: PageWords[][] = [];
  let number: string | undefined;
  for (const page of pages) {
    const rows = toRows([page]);
    const own = invoiceNumberOf(rows);
    const place = pageNumberOf(rows);
    const other = own !== undefined && number !== undefined && own !== number;
    const begins = place === 1 || (place === undefined && other && hasHeading(rows));
    const open = documents.at(-1);
    if (!open || (begins && (other || place === 1) && own !== number)) documents.push([page]);
    else open.push(page);
    number = own ?? number;
  }
  return documents;
}

/** N of 'Sida N av M', 'Sid N/M', 'Page N of M', 'N(M)'. */
function pageNumberOf(rows: readonly Row[]): number | undefined {
  for (const row of rows) {
    const match = /\b(?:sida|sid|page|sidnr):?\s*(\d{1,3})\s*(?:(?:av|of|\/|\()\s*\d{1,3}|$)/i.exec(textOf(row.tokens));
    if (match) return Number(match[1]);
  }
  return undefined;
}

function invoiceNumberOf(rows: readonly Row[]): string | undefined {
  const labels = findLabels(rows);
  const links = linkLabels(labels, codesIn(rows), rows).filter(
    (link) => link.label.kind === 'invoiceNumber' && link.label.strength > 0.6,
  );
  return [...links].sort((a, b) => b.score - a.score)[0]?.span.value;
}

const hasHeading = (rows: readonly Row[]): boolean =>
  rows.some(
    (row) =>
      (row.tokens[0]?.y0 ?? 1) < 0.35 && row.tokens.some((token) => /^(kredit)?faktura$|^invoice$/.test(lettersOf(token.text))),
  );
