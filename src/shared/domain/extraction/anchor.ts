import type { SupplierId } from '../../base/ids.ts';
import type { Box, PageWords } from '../../base/page.ts';
import { type AmountName, amountNames, type FieldName, type FieldValue } from '../invoice-fields/index.ts';
import { extentOf } from './extents.ts';
import { findLabels, lettersOf } from './labels.ts';
import { gapInHeights, heightOf, type Row, segmentsOf, type Token, textOf, toRows } from './rows.ts';
import { placeOf } from './value-places.ts';

/**
 * Where a field stands on a supplier's layout, as one correction on the picture showed it. Lengths are in page heights, so that a
 * step across and a step down have one scale.
 */
export type Anchor = {
  readonly field: FieldName;
  /** 1 is the document's first page, -1 its last. */
  readonly page: number;
  /** The printed label's letters ('fakturanr'); '' where no label stands near, and the place on the page counts alone. */
  readonly label: string;
  /** From the label's upper left corner (the page's, without a label) to the value's left and right rim and its upper one. */
  readonly dx0: number;
  readonly dx1: number;
  readonly dy: number;
  /** The value's form, see `shapeOf`. */
  readonly shape: string;
  /** False: what stands there is not this field, and the field is absent from the layout. */
  readonly stands: boolean;
};

/** An anchor that was taught for a supplier. */
export type LearnedAnchor = Anchor & { readonly ruleId: string; readonly supplierId: SupplierId };

/** What a clerk decided of one field: the value and where it stands, or null where it does not stand on the invoice. */
export type Taught = {
  readonly field: FieldName;
  readonly value: FieldValue | null;
  readonly page: number | null;
  readonly box: Box | null;
  /** Where the value stood that was proposed and is not right. */
  readonly wrong: { readonly page: number; readonly box: Box } | null;
};

/**
 * What a correction on the picture teaches: where the field stands on the supplier's layout, or where it does not.
 *
 * Undefined when nothing can be learned: no place was shown and the value stands nowhere on the pages of the document.
 */
export function anchorOf(pages: readonly PageWords[], taught: Taught): Anchor | undefined {
  const { field, value } = taught;
  const shown = value === null ? taught.wrong : taughtPlace(pages, taught);
  const page = pages.find((one) => one.page === shown?.page);
  if (!shown || !page) return undefined;
  const rows = toRows([page]);
  const tokens = tokensIn(rows, shown.box);
  const [first] = tokens;
  if (!first) return undefined;
  const extent = extentOf(tokens);
  const label = labelBeside(tokens, rows);
  const [from] = label ?? [];
  return {
    field,
    page: pageFromStartOrEnd(pages, page, field),
    label: lettersOf(textOf(label ?? [])),
    dx0: extent.x0 - (from?.x0 ?? 0),
    dx1: extent.x1 - (from?.x0 ?? 0),
    dy: extent.y0 - (from?.y0 ?? 0),
    shape: shapeOf(textOf(tokens)),
    stands: value !== null,
  };
}

function taughtPlace(pages: readonly PageWords[], { field, value, page, box }: Taught): { page: number; box: Box } | undefined {
  if (page !== null && box !== null) return { page, box };
  return value === null ? undefined : placeOf(pages, field, value);
}

/** The kinds of signs in their order: 'F-2024/117' is 'A-9/9'. */
export const shapeOf = (text: string): string =>
  text
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ');

/** Sums stand on the last page, the head on the first. */
function pageFromStartOrEnd(pages: readonly PageWords[], page: PageWords, field: FieldName): number {
  const place = pages.indexOf(page);
  return amountNames.includes(field as AmountName) ? place - pages.length : place + 1;
}

/** The words whose middle lies in the box, in reading order. */
export function tokensIn(rows: readonly Row[], [x0, y0, x1, y1]: Box): readonly Token[] {
  const isIn = ({ box }: Token): boolean => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  };
  return rows.flatMap((row) => row.tokens.filter(isIn));
}

const farthestLeft = 30;
const farthestUp = 4.5;

/** The words that announce a value: before it on its row, or over it; a known label before any other. */
function labelBeside(value: readonly Token[], rows: readonly Row[]): readonly Token[] | undefined {
  const known = new Set(findLabels(rows).flatMap((label) => label.tokens));
  const ranked = [...before(value, rows), ...over(value, rows)]
    .filter(({ tokens }) => /[a-z]{2}/.test(lettersOf(textOf(tokens))))
    .map(({ tokens, far }) => {
      const isKnown = tokens.some((token) => known.has(token));
      return { tokens, rank: far - (isKnown ? 100 : 0) - (/:$/.test(textOf(tokens)) ? 20 : 0) };
    })
    .sort((a, b) => a.rank - b.rank);
  return ranked[0]?.tokens;
}

type Near = { readonly tokens: readonly Token[]; readonly far: number };

/** On the row: the words of the same run, or the nearest run to the left. */
function before(value: readonly Token[], rows: readonly Row[]): readonly Near[] {
  const [first] = value;
  const row = first && rows[first.row];
  if (!first || !row) return [];
  const left = segmentsOf(row)
    .map((segment) => segment.filter((token) => token.x1 <= first.x0 + 1e-6 && !value.includes(token)))
    .filter((segment) => segment.length > 0)
    .at(-1);
  const last = left?.at(-1);
  if (!left || !last) return [];
  const far = gapInHeights(last, first);
  return far < farthestLeft ? [{ tokens: left.slice(-4), far }] : [];
}

/** Over the value, in its column. */
function over(value: readonly Token[], rows: readonly Row[]): readonly Near[] {
  const [first] = value;
  if (!first) return [];
  const extent = extentOf(value);
  const height = heightOf(first);
  return rows
    .filter((row) => row.page === first.page && row.number < first.row)
    .flatMap((row) => segmentsOf(row))
    .flatMap((segment) => {
      const place = extentOf(segment);
      const far = (extent.y0 - place.y1) / height;
      const isOver = far > -0.5 && far < farthestUp && place.x0 < extent.x1 && place.x1 > extent.x0;
      return isOver ? [{ tokens: segment.slice(0, 4), far: far * 2 }] : [];
    });
}
