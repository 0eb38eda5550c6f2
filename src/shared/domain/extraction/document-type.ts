import { editsBetween } from '../../base/edit-distance.ts';
import type { DocumentType } from '../invoice-fields/index.ts';
import { lettersOf } from './labels.ts';
import { heightOf, ordinaryHeight, type Row, segmentsOf, type Token, textOf } from './rows.ts';

/** What headings name each type; a heading may go on ('Påminnelse nr 2', 'Kreditfaktura 1234'). */
const headings: readonly (readonly [DocumentType, readonly string[]])[] = [
  [
    'collection_demand',
    [
      'inkassokrav',
      'inkasso',
      'kravbrev',
      'inkassovarsel',
      'collectiondemand',
      'collectionnotice',
      'noticeofcollection',
      'finaldemand',
      'debtcollection',
      'krav',
      'inkassobrev',
      'betalningsuppmaning',
    ],
  ],
  [
    'reminder',
    [
      'påminnelse',
      'betalningspåminnelse',
      'fakturapåminnelse',
      'påminnelsefaktura',
      'reminder',
      'paymentreminder',
      'kravpåminnelse',
      'andrapåminnelse',
      'sistapåminnelse',
      'erinran',
    ],
  ],
  [
    'credit_note',
    [
      'kreditfaktura',
      'kreditnota',
      'kredit',
      'kreditering',
      'creditnote',
      'creditinvoice',
      'creditmemo',
      'gutschrift',
      'creditnota',
      'kreditnote',
    ],
  ],
  [
    'invoice',
    [
      'faktura',
      'invoice',
      'räkning',
      'samlingsfaktura',
      'fakturaspecifikation',
      'factuur',
      'rechnung',
      'handelsrechnung',
      'facture',
      'lasku',
      'taxinvoice',
      'handelsfaktura',
      'eurofaktura',
      'kontantfaktura',
      'avi',
      'hyresavi',
      'räntefaktura',
    ],
  ],
];
const folded = headings.map(([type, words]) => [type, words.map(lettersOf)] as const);

/**
 * What kind of paper it is, by its headings. A word in running text ('vid påminnelse debiteras 60 kr') is no heading.
 * `signs` are the marks of an invoice without a heading: a labelled sum or a payment number.
 */
export function findDocumentType(
  rows: readonly Row[],
  signs: { readonly total: number | null; readonly looksPayable: boolean },
): DocumentType {
  const heading = findHeading(rows);
  if (heading) return heading === 'invoice' && (signs.total ?? 0) < 0 ? 'credit_note' : heading;
  if (namesCreditedInvoice(rows)) return 'credit_note';
  if (!signs.looksPayable) return 'other';
  return (signs.total ?? 0) < 0 ? 'credit_note' : 'invoice';
}

/**
 * A credit note must name the invoice that it changes, so that much says what it is where its heading was not read.
 *
 * Source: mervärdesskattelagen (2023:200) 17 kap., on credit notes (kreditnota).
 */
const namesCreditedInvoice = (rows: readonly Row[]): boolean => rows.some(({ tokens }) => creditedInvoice.test(textOf(tokens)));

const creditedInvoice =
  /(?:^|\s)(kreditfaktura avser|avser( kreditering av)? faktura|krediter(ar|ad) faktura|ursprung(s|lig )faktura|original invoice|credited invoice)[a-z ]{0,8}[:.]? ?[\p{L}\d/-]*\d/iu;

/** The type that the first page's most telling heading names; nothing without a heading. */
export function findHeading(rows: readonly Row[]): DocumentType | undefined {
  const ordinary = ordinaryHeight(rows);
  const firstPage = rows[0]?.page;
  return rows
    .filter((row) => row.page === firstPage)
    .flatMap((row) => segmentsOf(row))
    .flatMap((segment) => weigh(segment, ordinary))
    .sort((a, b) => b.weight - a.weight)[0]?.type;
}

/** A heading is short, high up, large or alone; the rarer types win over 'Faktura', which stands on all of them. */
function weigh(segment: readonly Token[], ordinary: number): readonly { type: DocumentType; weight: number }[] {
  const [first] = segment;
  const type = first && typeOfWords(segment);
  if (!first || !type || (segment.length > 5 && first.text.length > 1)) return [];
  const large = Math.min(heightOf(first) / ordinary - 1, 1);
  const isHeading = first.y0 < 0.45 || large > 0.5;
  if (!isHeading) return [];
  const capitals = /^[\p{Lu}]{4}/u.test(first.text) ? 0.3 : 0;
  const rare = type === 'invoice' ? 0 : 2;
  return [{ type, weight: large + capitals + rare + (segment.length <= 3 ? 0.3 : 0) }];
}

function typeOfWords(segment: readonly Token[]): DocumentType | undefined {
  const words = segment.map((token) => lettersOf(token.text));
  const isSpaced = words.every((word) => word.length === 1); // F A K T U R A
  const starts = [words[0] ?? '', words.slice(0, 2).join(''), isSpaced ? words.join('') : ''];
  if (/avgift|ränta|villkor|datum/i.test(segment.map((token) => token.text).join(' '))) return undefined;
  return folded.find(([, names]) => names.some((name) => starts.some((start) => isWord(start, name))))?.[0];
}

const isWord = (text: string, name: string): boolean => text === name || (name.length >= 7 && editsBetween(text, name, 1) <= 1);
