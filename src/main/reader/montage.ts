import type { Box, Word } from '../../shared/base/page.ts';
import type { Raster } from './raster.ts';
import type { Cell } from './zone-cell.ts';

/** Cells on one white picture, so that one call of the OCR engine reads them all. */
export type Montage = { readonly raster: Raster; readonly placed: readonly Placed[] };

/** A cell, its number, and where its first pixel lies on the montage. */
type Placed = {
  readonly cell: Cell;
  readonly number: number;
  readonly left: number;
  readonly top: number;
  readonly twin: boolean;
};

const airPx = 24;
/** Between cells on one row: a wide space, so that they stay words of their own. */
const gapPx = 28;
const longestRowPx = 1_500;

/**
 * Cells of one line stand beside each other on one baseline, like words: the engine's network errs at the beginning of a
 * line, where it has nothing before to go by. So the first cell of each row stands there twice, and its first reading is
 * dropped. Cells of several lines stand alone.
 */
export function stack(cells: readonly Cell[]): Montage {
  const placed: Placed[] = [];
  let top = airPx;
  for (const row of inRows(cells)) {
    const baseline = Math.max(...row.map(({ cell }) => Math.round(cell.baseline)));
    let left = airPx;
    let bottom = top;
    for (const { cell, number, twin } of row) {
      const cellTop = top + baseline - Math.round(cell.baseline);
      placed.push({ cell, number, twin, left, top: cellTop });
      left += cell.raster.widthPx + gapPx;
      bottom = Math.max(bottom, cellTop + cell.raster.heightPx);
    }
    top = bottom + airPx;
  }
  const right = Math.max(...placed.map(({ cell, left }) => left + cell.raster.widthPx));
  return { raster: paint(placed, { widthPx: right + airPx, heightPx: top }), placed };
}

type InRow = Pick<Placed, 'cell' | 'number' | 'twin'>;

function inRows(cells: readonly Cell[]): InRow[][] {
  const rows: InRow[][] = [];
  let width = Number.POSITIVE_INFINITY;
  cells.forEach((cell, number) => {
    const entry = { cell, number, twin: false };
    if (cell.lines > 1) {
      rows.push([entry]);
      width = Number.POSITIVE_INFINITY;
    } else if (width + cell.raster.widthPx > longestRowPx) {
      rows.push([{ ...entry, twin: true }, entry]);
      width = 2 * (cell.raster.widthPx + gapPx);
    } else {
      rows.at(-1)?.push(entry);
      width += cell.raster.widthPx + gapPx;
    }
  });
  return rows;
}

function paint(placed: readonly Placed[], { widthPx, heightPx }: Pick<Raster, 'widthPx' | 'heightPx'>): Raster {
  const pixels = new Uint8Array(widthPx * heightPx).fill(255);
  for (const { cell, left, top } of placed) {
    const { raster } = cell;
    for (let row = 0; row < raster.heightPx; row += 1)
      pixels.set(raster.pixels.subarray(row * raster.widthPx, (row + 1) * raster.widthPx), (top + row) * widthPx + left);
  }
  return { pixels, widthPx, heightPx, channels: 1, bitonal: false, dpi: null };
}

/** The words of each cell, with boxes as shares of the page that the cells were cut from, and lines numbered within the cell. */
export function unstack(
  words: readonly Word[],
  { raster, placed }: Montage,
  page: Pick<Raster, 'widthPx' | 'heightPx'>,
): Word[][] {
  return placed.flatMap((place) => {
    if (place.twin) return [];
    const inCell = words.filter((word) => holds(place, middleOf(word.box, raster)));
    const firstLine = Math.min(...inCell.map(({ line }) => line));
    return [inCell.map((word) => ({ ...word, box: onPage(word.box, place, { raster, page }), line: word.line - firstLine }))];
  });
}

const middleOf = ([x0, y0, x1, y1]: Box, { widthPx, heightPx }: Raster): readonly [x: number, y: number] => [
  ((x0 + x1) / 2) * widthPx,
  ((y0 + y1) / 2) * heightPx,
];

function holds({ cell, left, top }: Placed, [x, y]: readonly [x: number, y: number]): boolean {
  const { widthPx, heightPx } = cell.raster;
  return x >= left - gapPx / 2 && x < left + widthPx + gapPx / 2 && y >= top - airPx / 2 && y < top + heightPx + airPx / 2;
}

function onPage(
  [x0, y0, x1, y1]: Box,
  { cell, left, top }: Placed,
  { raster, page }: { readonly raster: Raster; readonly page: Pick<Raster, 'widthPx' | 'heightPx'> },
): Box {
  const corner = (x: number, y: number) => cell.onPage(x * raster.widthPx - left, y * raster.heightPx - top);
  const [a, b] = corner(x0, y0);
  const [c, d] = corner(x1, y1);
  return [
    toShare(Math.min(a, c) / page.widthPx),
    toShare(Math.min(b, d) / page.heightPx),
    toShare(Math.max(a, c) / page.widthPx),
    toShare(Math.max(b, d) / page.heightPx),
  ];
}

const toShare = (value: number): number => Math.min(1, Math.max(0, value));
