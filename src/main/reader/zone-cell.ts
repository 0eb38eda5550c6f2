import type { Box } from '../../shared/base/page.ts';
import { findBlobs } from './blobs-of-ink.ts';
import { findInk, type Ink, inkOfColumns, inkOfRows, inkThreshold, type Stretch, stretchesOf } from './ink.ts';
import { fromRaster, type Raster, toRaster } from './raster.ts';

/** One place of a page, cut out and enlarged for close reading. */
export type Cell = {
  readonly raster: Raster;
  readonly lines: number;
  /** The row that the letters of the first line stand on. */
  readonly baseline: number;
  /** Where a point of the cell lies on the page, both in pixels. */
  readonly onPage: (x: number, y: number) => readonly [x: number, y: number];
};

/** Another way of cutting a zone out, for one that was read poorly. */
export type Cut = {
  /** Times as large as usual. */
  readonly larger?: number;
  readonly blackAndWhite?: boolean;
  /** Light print on dark, whatever it looks like. */
  readonly inverted?: boolean;
  /** Degrees clockwise before it is read: for print that runs up or down the page. */
  readonly turned?: 0 | 90 | 270;
};

/** So high, in pixels, are capitals and digits after enlargement: the engine's network sees whole lines as 48. */
const capitalHeightPx = 30;
const scales = { least: 0.3, most: 5 };
/** Air around what was asked for, in shares of the zone's height: boxes cut their words close. */
const air = { beside: 0.35, above: 0.25 };
const leastAirPx = 4;
/** Columns and rows that are ink nearly throughout are rules of a form. */
/** A row with this share of the fullest row's ink goes through the bodies of letters. */
const bodyShare = 0.3;
/** What is nearer to paper than this share of the way to ink is white. */
const paperShade = 0.2;
/** A blob of ink with fewer dots than this share of a capital's height squared is dust; a full stop has about 0.02. */
const speckShare = 0.008;
const ruleShare = { row: 0.85, column: 0.97 };

/**
 * Cuts out a zone and what little stands around it; light print on dark is turned; rules and halves of other lines are wiped out.
 * Undefined where nothing is printed.
 */
export async function cutZone(page: Raster, box: Box, how: Cut = {}): Promise<Cell | undefined> {
  const place = placeOf(page, box, how.turned ?? 0);
  const cut = await toRaster(
    fromRaster(page)
      .extract({ left: place.left, top: place.top, width: place.width, height: place.height })
      .rotate(how.turned ?? 0),
    about,
  );
  const threshold = inkThreshold(cut.pixels);
  const dark = isDark(cut, threshold) !== (how.inverted ?? false);
  const upright: Raster = dark ? { ...cut, pixels: cut.pixels.map((value) => 255 - value) } : cut;
  const ink = findInk(upright, dark ? 254 - threshold : threshold);
  const lines = findLines(ink, place.core);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;

  const rows = inkOfRows(ink);
  const height = median(lines.map((line) => baselineOf(rows, line) - line.from));
  const scale = Math.min(scales.most, Math.max(scales.least, ((how.larger ?? 1) * capitalHeightPx) / height));
  const pad = Math.max(2, Math.round(height * 0.2));
  const top = Math.max(0, first.from - pad);
  const bottom = Math.min(cut.heightPx, last.to + pad);
  const clean = wipe(upright, ink, {
    rows: { from: first.from - 1, to: last.to + 1 },
    columns: columnsOf(ink, place.coreColumns),
    leastDots: speckShare * height * height,
    blackAndWhite: how.blackAndWhite ?? false,
  });
  const raster = await toRaster(
    fromRaster(clean)
      .extract({ left: 0, top, width: cut.widthPx, height: bottom - top })
      .resize({
        width: Math.max(1, Math.round(cut.widthPx * scale)),
        height: Math.max(1, Math.round((bottom - top) * scale)),
        fit: 'fill',
        kernel: 'cubic',
      }),
    about,
  );
  const baseline = (baselineOf(rows, first) - top) * scale;
  return { raster, lines: lines.length, baseline, onPage: (x, y) => place.onPage(x / scale, top + y / scale) };
}

const about = { channels: 1, bitonal: false, dpi: null } as const;

type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The rows that were asked for, without the air around them; after the turn. */
  readonly core: Stretch;
  readonly coreColumns: Stretch;
  /** A point of the cut after its turn, on the page. */
  readonly onPage: Cell['onPage'];
};

function placeOf({ widthPx, heightPx }: Raster, [x0, y0, x1, y1]: Box, turned: 0 | 90 | 270): Place {
  const [from, to] = [Math.min(y0, y1) * heightPx, Math.max(y0, y1) * heightPx];
  const [start, end] = [Math.min(x0, x1) * widthPx, Math.max(x0, x1) * widthPx];
  // A tall zone is many lines: its air is that of one.
  const thick = Math.min(turned === 0 ? to - from : end - start, 60);
  const along = Math.max(leastAirPx, thick * air.beside);
  const across = Math.max(leastAirPx, thick * air.above);
  const [beside, above] = turned === 0 ? [along, across] : [across, along];
  const left = Math.min(widthPx - 1, Math.max(0, Math.floor(start - beside)));
  const top = Math.min(heightPx - 1, Math.max(0, Math.floor(from - above)));
  const width = Math.max(1, Math.min(widthPx, Math.ceil(end + beside)) - left);
  const height = Math.max(1, Math.min(heightPx, Math.ceil(to + above)) - top);
  const place = { left, top, width, height };
  const rows = { from: from - top, to: to - top };
  const columns = { from: start - left, to: end - left };
  const back = ({ from, to }: Stretch, size: number): Stretch => ({ from: size - to, to: size - from });
  if (turned === 90) {
    return { ...place, core: columns, coreColumns: back(rows, height), onPage: (x, y) => [left + y, top + height - x] };
  }
  if (turned === 270) {
    return { ...place, core: back(columns, width), coreColumns: rows, onPage: (x, y) => [left + width - y, top + x] };
  }
  return { ...place, core: rows, coreColumns: columns, onPage: (x, y) => [left + x, top + y] };
}

/** Most of it is darker than the threshold: print is light. */
function isDark({ pixels }: Raster, threshold: number): boolean {
  let dark = 0;
  for (const value of pixels) if (value <= threshold) dark += 1;
  return dark > 0.55 * pixels.length;
}

/** The printed lines whose middle lies in the zone. */
function findLines(ink: Ink, core: Stretch): Stretch[] {
  const rows = inkOfRows(ink).map((count) => (count > ruleShare.row * ink.widthPx ? 0 : count));
  // Dots and rings above letters are parted from them by a pixel or three.
  const gap = Math.max(1, Math.round((core.to - core.from) * 0.06));
  const all = stretchesOf(rows, { least: 1, gap: Math.min(gap, 4) });
  const within = all.filter(({ from, to }) => (from + to) / 2 >= core.from && (from + to) / 2 <= core.to);
  const highest = Math.max(0, ...within.map(({ from, to }) => to - from));
  return within.filter(({ from, to }) => to - from >= Math.max(3, 0.3 * highest));
}

/** The row below the last that is well filled: the tails of commas and letters below it have little ink. */
function baselineOf(rows: Uint32Array, { from, to }: Stretch): number {
  const fullest = Math.max(...rows.subarray(from, to));
  let row = to;
  while (row > from + 1 && (rows[row - 1] ?? 0) < bodyShare * fullest) row -= 1;
  return row;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;

/** From the first to the last letter whose middle lies in the zone: beside it may stand bits of others. */
function columnsOf(ink: Ink, core: Stretch): Stretch {
  const all = stretchesOf(inkOfColumns(ink), { least: 1, gap: 0 });
  const within = all.filter(({ from, to }) => (from + to) / 2 >= core.from && (from + to) / 2 <= core.to);
  return { from: within[0]?.from ?? 0, to: within.at(-1)?.to ?? ink.widthPx };
}

type Kept = {
  readonly rows: Stretch;
  readonly columns: Stretch;
  /** Smaller blobs are dust. */
  readonly leastDots: number;
  readonly blackAndWhite: boolean;
};

/** White paper and black ink, and white where there are rules or dust, and outside what is kept. */
function wipe(raster: Raster, ink: Ink, { rows, columns, leastDots, blackAndWhite }: Kept): Raster {
  const { widthPx, heightPx } = raster;
  const pixels = blackAndWhite ? ink.dots.map((dot) => (dot === 1 ? 0 : 255)) : stretch(raster, ink);
  const clear = (row: number, from: number, to: number) => pixels.fill(255, row * widthPx + from, row * widthPx + to);
  inkOfRows(ink).forEach((count, row) => {
    const isKept = count <= ruleShare.row * widthPx && row >= rows.from && row < rows.to;
    clear(row, 0, isKept ? Math.max(0, columns.from - 1) : widthPx);
    clear(row, Math.min(widthPx, columns.to + 1), widthPx);
  });
  inkOfColumns(ink).forEach((count, column) => {
    if (count > ruleShare.column * heightPx) for (let row = 0; row < heightPx; row += 1) clear(row, column, column + 1);
  });
  const { blobs, runs } = findBlobs(ink);
  for (const { row, from, to, blob } of runs())
    if ((blobs[blob]?.dots ?? 0) < leastDots) clear(row, Math.max(0, from - 1), Math.min(widthPx, to + 1));
  return { ...raster, pixels };
}

/** Paper becomes quite white: the rim of a cut that is a shade darker would be read as dashes. */
function stretch({ pixels }: Raster, { dots }: Ink): Uint8Array {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let at = 0; at < pixels.length; at += 1) {
    const dot = dots[at] ?? 0;
    sums[dot] = (sums[dot] ?? 0) + (pixels[at] ?? 0);
    counts[dot] = (counts[dot] ?? 0) + 1;
  }
  const paper = (sums[0] ?? 0) / Math.max(1, counts[0] ?? 0);
  const ink = (sums[1] ?? 0) / Math.max(1, counts[1] ?? 0);
  const white = paper - paperShade * (paper - ink);
  const factor = 255 / Math.max(1, white - ink);
  return pixels.map((value) => Math.min(255, Math.max(0, (value - ink) * factor)));
}
