import type { PageFlag } from '../../shared/base/page.ts';
import { findBlobs, type InkBlob } from './blobs-of-ink.ts';
import { findInk } from './ink.ts';
import type { PaperLevel } from './paper-level.ts';
import type { Raster } from './raster.ts';

/** On a small picture (about 120 dpi): what is lower, narrower or has fewer dots than this is dust, what is higher no letter. */
const letter = { leastHeight: 4, leastDots: 9, mostHeight: 110 };
/** Letters of one line stand no farther apart than this, in shares of their height. */
const widestGap = 1.6;
/** Print that is fainter, in grey steps, shines through from the other side. */
const faintest = 55;
const blackest = 128;
const poorContrast = 75;
const darkPaper = 115;
/** Scanners round: 196 dots an inch is 200. */
const leastDpi = 190;
const mostSkewDegrees = 3;
const leastCutLetters = 3;

export type Seen = {
  /** The page as it lay, small and on white paper. */
  readonly small: Raster;
  readonly level: PaperLevel;
  /** Of the scan, where it is known. */
  readonly dpi: number | null;
  readonly skewDegrees: number;
};

/** What is to be said of a page's picture. */
export function findFlags({ small, level, dpi, skewDegrees }: Seen): PageFlag[] {
  const letters = findLetters(small);
  const contrast = level.paper - level.ink;
  const blank = isBlank(letters) || contrast < faintest;
  const flags: PageFlag[] = [];
  if (blank) flags.push('blank');
  if (level.paper < darkPaper) flags.push('too-dark');
  else if (!blank && contrast < poorContrast) flags.push('too-light');
  if (!blank && countCut(letters, small) >= leastCutLetters) flags.push('cut-edge');
  if (dpi !== null && dpi < leastDpi) flags.push('low-resolution');
  if (!blank && Math.abs(skewDegrees) > mostSkewDegrees) flags.push('skewed');
  return flags;
}

function findLetters(small: Raster): InkBlob[] {
  const { blobs } = findBlobs(findInk(small, blackest));
  return blobs.filter(
    ({ top, bottom, dots }) =>
      bottom - top >= letter.leastHeight && bottom - top <= letter.mostHeight && dots >= letter.leastDots,
  );
}

/** No two letters stand beside each other, and nothing is as wide as a word: specks, holes, the scanner's rim. */
function isBlank(letters: readonly InkBlob[]): boolean {
  const sorted = [...letters].sort((a, b) => a.left - b.left);
  return !sorted.some((one, i) => isWord(one) || sorted.slice(i + 1, i + 40).some((other) => areNeighbours(one, other)));
}

/** Letters that touch. A rim or a crease is longer. */
const isWord = ({ left, right, top, bottom }: InkBlob): boolean => {
  const height = bottom - top;
  return height >= 6 && right - left >= 2.2 * height && right - left <= 25 * height;
};

function areNeighbours(one: InkBlob, other: InkBlob): boolean {
  const heights = [one.bottom - one.top, other.bottom - other.top];
  const [lower, higher] = [Math.min(...heights), Math.max(...heights)];
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return other.left - one.right <= widestGap * higher && overlap >= 0.5 * lower && higher <= 2.5 * lower && lower >= 5;
}

/** Letters that the rim goes through. */
const countCut = (letters: readonly InkBlob[], { widthPx, heightPx }: Raster): number =>
  letters.filter(
    ({ left, top, right, bottom }) =>
      (left === 0 || top === 0 || right === widthPx || bottom === heightPx) && right - left < 60 && bottom - top < 60,
  ).length;
