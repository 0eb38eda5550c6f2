import type { Raster } from './raster.ts';

/** Whole rows of a page, and which of its rows is their first. */
export type PagePart = { readonly raster: Raster; readonly top: number };

/** So dark is ink, on a page that was brought to white paper. */
const inkBelow = 128;
/** A row with no more ink than this lies between lines: specks are let pass, a letter is not. */
const mostSpecks = 2;
/** Less than this between two lines, and letters of both may reach into it. */
const leastGapPx = 6;
/** Halves are alike when neither has less of the page's ink than this. */
const leastShare = 0.3;

/**
 * A page in two parts of about as much print, cut between two lines; whole where no row is free from side to side. Parts are read one by
 * one or beside each other: the words are the same.
 *
 * @param page in grey, on white paper
 */
export function partPage(page: Raster): readonly PagePart[] {
  const inkOfRow = countInk(page);
  const all = inkOfRow.reduce((sum, count) => sum + count, 0);
  const cut = middleGap(inkOfRow, all);
  return cut === undefined ? [{ raster: page, top: 0 }] : [rowsOf(page, 0, cut), rowsOf(page, cut, page.heightPx)];
}

function countInk({ pixels, widthPx, heightPx }: Raster): Uint32Array {
  const counts = new Uint32Array(heightPx);
  for (let row = 0, at = 0; row < heightPx; row += 1) {
    let count = 0;
    for (const end = at + widthPx; at < end; at += 1) if ((pixels[at] ?? 255) < inkBelow) count += 1;
    counts[row] = count;
  }
  return counts;
}

/** The middle row of the gap that parts the ink most evenly. */
function middleGap(inkOfRow: Uint32Array, all: number): number | undefined {
  let best: number | undefined;
  let bestLean = 0.5 - leastShare;
  let above = 0;
  let gap = 0;
  for (let row = 0; row < inkOfRow.length; row += 1) {
    const ink = inkOfRow[row] ?? 0;
    above += ink;
    if (ink <= mostSpecks) {
      gap += 1;
      continue;
    }
    const lean = Math.abs((above - ink) / all - 0.5);
    if (gap >= leastGapPx && lean < bestLean) {
      best = row - Math.ceil(gap / 2);
      bestLean = lean;
    }
    gap = 0;
  }
  return best;
}

const rowsOf = (page: Raster, from: number, to: number): PagePart => ({
  raster: { ...page, pixels: page.pixels.subarray(from * page.widthPx, to * page.widthPx), heightPx: to - from },
  top: from,
});
