import type { Raster } from './raster.ts';

/** Squares of so many pixels, 2 mm at 200 dpi: more than a letter's stroke, less than a tinted box. */
const squarePx = 16;
/** A square darker than this share of the page's paper is a dark panel, on which print is light. */
const darkPanel = 0.5;

/** How light paper is over the page, and how dark ink is. */
export type PaperLevel = {
  readonly columns: number;
  readonly rows: number;
  /** The paper's grey value in each square, row by row. */
  readonly levels: Float32Array;
  /** Grey value of the page's paper, and of the print on it. */
  readonly paper: number;
  readonly ink: number;
};

/** Measures paper square by square, so that shadows, tints, the scanner's lid and thermal paper's grey do not pass for ink. */
export function measurePaper({ pixels, widthPx, heightPx }: Raster): PaperLevel {
  const columns = Math.ceil(widthPx / squarePx);
  const rows = Math.ceil(heightPx / squarePx);
  const raw = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      raw[row * columns + column] = lightMean(pixels, {
        widthPx,
        left: column * squarePx,
        top: row * squarePx,
        right: Math.min(widthPx, (column + 1) * squarePx),
        bottom: Math.min(heightPx, (row + 1) * squarePx),
      });
  const paper = Float32Array.from(raw).sort()[Math.floor(raw.length * 0.7)] ?? 255;
  const levels = smooth(raw, columns, rows);
  const ink = measureInk({ pixels, widthPx, heightPx }, { columns, rows, levels, paper });
  return { columns, rows, levels, paper, ink };
}

/**
 * The page on white paper: each pixel by how far it lies between its own paper and ink. Light print on dark becomes dark on light.
 *
 * @param darker 0 leaves print as it is; more makes thin and broken strokes heavier, up to 0.5
 */
export function onWhite(raster: Raster, level: PaperLevel, darker: number): Raster {
  const { pixels, widthPx, heightPx } = raster;
  const white = new Uint8Array(pixels.length);
  const paperOfRow = new Float32Array(widthPx);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    fillRow(paperOfRow, level, y);
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      const paper = paperOfRow[x] ?? 255;
      const value = pixels[at] ?? 255;
      const isPanel = paper < darkPanel * level.paper;
      const [ink, depth] = isPanel ? [level.paper, value - paper] : [Math.min(level.ink, paper - leastContrast), paper - value];
      const span = Math.abs(paper - ink);
      // What lies this near to paper is paper: grain, and print that shines through.
      const share = (depth / span - paperShare) / (1 - paperShare - darker);
      white[at] = share <= 0 ? 255 : share >= 1 ? 0 : 255 - 255 * share;
    }
  }
  return { ...raster, pixels: white };
}

const paperShare = 0.15;
/** Grey steps between paper and ink that are taken for granted: on a blank page there is no ink to measure. */
const leastContrast = 40;

/** The paper under each pixel of a row, in between the middles of squares. */
function fillRow(paperOfRow: Float32Array, { columns, rows, levels }: PaperLevel, y: number): void {
  const down = Math.min(rows - 1, Math.max(0, (y + 0.5) / squarePx - 0.5));
  const [row, part] = [Math.floor(down), down - Math.floor(down)];
  const next = Math.min(rows - 1, row + 1);
  const between = (column: number) =>
    (levels[row * columns + column] ?? 255) * (1 - part) + (levels[next * columns + column] ?? 255) * part;
  const half = squarePx / 2;
  for (let column = -1; column < columns; column += 1) {
    const left = between(Math.max(0, column));
    const step = (between(Math.min(columns - 1, column + 1)) - left) / squarePx;
    const start = column * squarePx + half;
    const from = Math.max(0, start);
    const to = Math.min(paperOfRow.length, start + squarePx);
    for (let x = from; x < to; x += 1) paperOfRow[x] = left + (x - start) * step;
  }
}

type Square = {
  readonly widthPx: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The mean of what is lighter than the mean: of paper with letters on it, the paper. */
function lightMean(pixels: Uint8Array, { widthPx, left, top, right, bottom }: Square): number {
  let sum = 0;
  for (let row = top; row < bottom; row += 1)
    for (let at = row * widthPx + left, end = row * widthPx + right; at < end; at += 1) sum += pixels[at] ?? 0;
  const mean = sum / ((right - left) * (bottom - top));
  let lightSum = 0;
  let count = 0;
  for (let row = top; row < bottom; row += 1)
    for (let at = row * widthPx + left, end = row * widthPx + right; at < end; at += 1) {
      const value = pixels[at] ?? 0;
      if (value < mean) continue;
      lightSum += value;
      count += 1;
    }
  return count === 0 ? mean : lightSum / count;
}

/** Rather light than dark among each square and its neighbours, evened out: a bold heading does not make its square dark. */
function smooth(raw: Float32Array, columns: number, rows: number): Float32Array {
  return over(over(raw, lighterHalf), mean);

  function over(from: Float32Array, merge: (values: number[]) => number): Float32Array {
    const to = new Float32Array(from.length);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const values: number[] = [];
        for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
          for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
            values.push(from[y * columns + x] ?? 0);
        to[row * columns + column] = merge(values);
      }
    return to;
  }
}

const lighterHalf = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.6)] ?? 0;
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The grey value that a quarter of what is printed is darker than; dark panels and rims are not counted. */
function measureInk(
  { pixels, widthPx, heightPx }: Pick<Raster, 'pixels' | 'widthPx' | 'heightPx'>,
  { columns, rows, levels, paper }: Omit<PaperLevel, 'ink'>,
): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const level = levels[row * columns + column] ?? 255;
      if (level < darkPanel * paper) continue;
      const right = Math.min(widthPx, (column + 1) * squarePx);
      for (let y = row * squarePx; y < Math.min(heightPx, (row + 1) * squarePx); y += 1)
        for (let at = y * widthPx + column * squarePx, end = y * widthPx + right; at < end; at += 1) {
          const value = pixels[at] ?? 255;
          if (level - value < leastContrast) continue;
          counts[value] = (counts[value] ?? 0) + 1;
          all += 1;
        }
    }
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value] ?? 0;
    if (all > leastInkPx && seen >= all / 4) return Math.min(value, paper - leastContrast);
  }
  return paper - leastContrast;
}
/** Less is dust. */
const leastInkPx = 60;
