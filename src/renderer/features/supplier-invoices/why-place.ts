import type { Box, PageWords } from '../../../shared/base/page.ts';
import { findLabels, type LabelKind, toRows } from '../../../shared/domain/extraction/index.ts';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import { around } from './page-words.ts';

/** The label that a value stands at: its printed words, where it is from the value's side, and how far off. */
export type LabelledPlace = {
  readonly label: string;
  readonly direction: 'right' | 'below';
  /** Whole millimetres of a sheet of A4; undefined for a page of another form. */
  readonly mm: number | undefined;
};

/** What announces each field on paper. The supplier's name and the currency have no label of their own that a clerk would look for. */
const kindsOf: { readonly [Name in FieldName]?: readonly LabelKind[] } = {
  organisationNumber: ['organisationNumber', 'vatNumber'],
  vatNumber: ['vatNumber', 'organisationNumber'],
  invoiceNumber: ['invoiceNumber'],
  invoiceDate: ['invoiceDate'],
  dueDate: ['dueDate'],
  ocrReference: ['ocrReference'],
  bankgiro: ['bankgiro'],
  plusgiro: ['plusgiro'],
  iban: ['iban'],
  netMinor: ['net'],
  vatMinor: ['vat'],
  roundingMinor: ['rounding'],
  totalMinor: ['total'],
  currency: ['currency', 'total'],
  buyerReference: ['buyerReference'],
  purchaseOrderNumber: ['purchaseOrderNumber'],
};

/**
 * The printed label that speaks for a value: left of it on the row, or above it. `ref` is what its evidence names, the letters of the
 * label or the kind of amount; of several the nearest is meant, and a telling word ('Fakturanummer') before a vague one ('Faktura').
 */
export function labelledPlace(page: PageWords, field: FieldName, box: Box, ref: string): LabelledPlace | undefined {
  const kinds = kindsOf[field] ?? [];
  const widthMm = isA4(page) ? a4WidthMm : undefined;
  const ratio = page.heightPx / page.widthPx;
  const ofKind = findLabels(toRows([page])).filter(({ kind }) => kinds.includes(kind));
  const named = ofKind.filter(({ text }) => text === ref);
  const found = (named.length > 0 ? named : ofKind)
    .flatMap(({ tokens, strength }) => {
      const [first, ...others] = tokens;
      if (first === undefined) return [];
      const place = others.reduce<Box>((whole, token) => around(whole, token.box), first.box);
      const side = sideOf(place, box, ratio);
      return side === undefined ? [] : [{ ...side, strength, label: tokens.map(({ text }) => text).join(' ') }];
    })
    .sort((a, b) => Number(b.strength > 0.6) - Number(a.strength > 0.6) || a.far - b.far);
  const [nearest] = found;
  if (nearest === undefined) return undefined;
  const { label, direction, far } = nearest;
  return { label: label.replace(/[:.\s]+$/, ''), direction, mm: widthMm === undefined ? undefined : Math.round(far * widthMm) };
}

const a4WidthMm = 210;
const isA4 = ({ widthPx, heightPx }: PageWords): boolean => Math.abs(heightPx / widthPx - Math.SQRT2) < 0.04;

/** Where a value is from its label: in shares of the page's width, so that across and down have one scale. */
function sideOf(
  label: Box,
  value: Box,
  ratio: number,
): { readonly direction: 'right' | 'below'; readonly far: number } | undefined {
  const level = Math.min(label[3], value[3]) - Math.max(label[1], value[1]);
  const across = value[0] - label[2];
  if (level > 0 && across > -0.005) return { direction: 'right', far: Math.max(0, across) };
  const shared = Math.min(label[2], value[2]) - Math.max(label[0], value[0]);
  const down = (value[1] - label[3]) * ratio;
  // Far below is another row of a table, which says nothing.
  if (shared > -0.01 && down > -0.005 && down < 0.12) return { direction: 'below', far: Math.max(0, down) };
  return undefined;
}

/** A label as it is printed on a page, for its letters as a rule keeps them: 'Beställarreferens' for 'bestallarreferens'. */
export function printedLabel({ words }: PageWords, letters: string): string | undefined {
  for (let start = 0; start < words.length; start += 1) {
    let text = '';
    for (const word of words.slice(start, start + 4)) {
      if (word.line !== words[start]?.line) break;
      text = text === '' ? word.text : `${text} ${word.text}`;
      if (lettersOf(text) === letters) return text.replace(/[:.\s]+$/, '');
    }
  }
  return undefined;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9%#]/g, '');
