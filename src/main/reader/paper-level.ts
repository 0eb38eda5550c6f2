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
  const tones = toneTable(level, darker);
  const paperOfRow = new Uint8Array(widthPx);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    if (y % rowsAlike === 0) fillRow(paperOfRow, level, y + rowsAlike / 2);
    for (let x = 0; x < widthPx; x += 1, at += 1) white[at] = tones[((paperOfRow[x] ?? 255) << 8) | (pixels[at] ?? 255)] ?? 255;
  }
  return { ...raster, pixels: white };
}

const paperShare = 0.15;
/** Grey steps between paper and ink that are taken for granted: on a blank page there is no ink to measure. */
const leastContrast = 40;
/** Paper changes so slowly down the page that these rows share it. */
const rowsAlike = 4;

/** What each grey value becomes on each grey of paper: at `paper * 256 + value`. */
function toneTable(level: PaperLevel, darker: number): Uint8Array {
  const tones = new Uint8Array(256 * 256);
  for (let paper = 0, at = 0; paper < 256; paper += 1) {
    const isPanel = paper < darkPanel * level.paper;
    const ink = isPanel ? level.paper : Math.min(level.ink, paper - leastContrast);
    const span = Math.abs(paper - ink);
    for (let value = 0; value < 256; value += 1, at += 1) {
      const depth = isPanel ? value - paper : paper - value;
      // What lies this near to paper is paper: grain, and print that shines through.
      const share = (depth / span - paperShare) / (1 - paperShare - darker);
      tones[at] = share <= 0 ? 255 : share >= 1 ? 0 : 255 - 255 * share;
    }
  }
  return tones;
}

/** The paper under each pixel of a row, in between the middles of squares. */
function fillRow(paperOfRow: Uint8Array, { columns, rows, levels }: PaperLevel, y: number): void {
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
    for (let x = from; x < to; x += 1) paperOfRow[x] = left + (x - start) * step + 0.5;
  }
}

type Square = {
  readonly widthPx: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Paper and ink are measured on every second pixel of every second row. */
const everyPx = 2;

/** The mean of what is lighter than the mean: of paper with letters on it, the paper. */
function lightMean(pixels: Uint8Array, { widthPx, left, top, right, bottom }: Square): number {
  let sum = 0;
  let seen = 0;
  for (let row = top; row < bottom; row += everyPx)
    for (let at = row * widthPx + left, end = row * widthPx + right; at < end; at += everyPx) {
      sum += pixels[at] ?? 0;
      seen += 1;
    }
  const mean = sum / seen;
  let lightSum = 0;
  let count = 0;
  for (let row = top; row < bottom; row += everyPx)
    for (let at = row * widthPx + left, end = row * widthPx + right; at < end; at += everyPx) {
      const value = pixels[at] ?? 0;
      if (value < mean) continue;
      lightSum += value;
      count += 1;
    }
  return count === 0 ? mean : lightSum / count;
}

/** Rather light than dark among each square and its neighbours, evened out: a bold heading does not make its square dark. */
const smooth = (raw: Float32Array, columns: number, rows: number): Float32Array =>
  overNeighbours(overNeighbours(raw, columns, rows, lighterHalf), columns, rows, mean);

function overNeighbours(
  from: Float32Array,
  columns: number,
  rows: number,
  merge: (values: Float32Array) => number,
): Float32Array {
  const to = new Float32Array(from.length);
  const values = new Float32Array(9);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let count = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
          values[count] = from[y * columns + x] ?? 0;
          count += 1;
        }
      to[row * columns + column] = merge(values.subarray(0, count));
    }
  return to;
}

const lighterHalf = (values: Float32Array): number => values.sort()[Math.floor(values.length * 0.6)] ?? 0;
const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

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
      for (let y = row * squarePx; y < Math.min(heightPx, (row + 1) * squarePx); y += everyPx)
        for (let at = y * widthPx + column * squarePx, end = y * widthPx + right; at < end; at += everyPx) {
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
const leastInkPx = 15;
