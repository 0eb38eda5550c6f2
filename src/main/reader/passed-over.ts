import type { Box, Word } from '../../shared/base/page.ts';
import { findBlobs, type InkBlob } from './blobs-of-ink.ts';
import { findInk } from './ink.ts';
import type { Raster } from './raster.ts';
import { readZones } from './read-zones.ts';
import type { Recogniser } from './recognise.ts';

/** So dark is ink, on a page that was brought to white paper. */
const inkBelow = 127;
/** The print of invoices at about 200 dpi: less is a full stop or a speck, more is a logotype. */
const heightPx = { least: 10, most: 60 };
/** A sign is at most so many times wider than it is high: more is a rule. */
const widest = 3;
/** So near a word's box still belongs to the word. */
const nearPx = 3;
/** Signs with less between them than this, in their own height, stand on one line; leaders part a label from its value. */
const widestGap = 1.5;
/** Signs of one line are alike in height: a capital is 1.4 times a small letter. */
const alike = { least: 0.4, most: 2.2 };
const fewestSigns = 3;
/** More than this, and what was passed over is a picture. */
const mostRuns = 60;
/** What is read less surely is no print. */
const leastConfidence = 0.4;

/**
 * The words that OCR passed over. Its search for blocks takes a column of numbers, or a block with leaders of dots, for a picture or a
 * rule now and then: on 44 of 101 generated pages a run of signs was left out. What looks like a line of print, and lies in no word's box,
 * is read by itself.
 *
 * @param picture the page as OCR was given it
 * @param page the same page, in grey, as close readings want it
 */
export async function readPassedOver(
  picture: Raster,
  page: Raster,
  words: readonly Word[],
  recogniser: Pick<Recogniser, 'recognise'>,
): Promise<readonly Word[]> {
  const boxes = findPassedOver(picture, words);
  if (boxes.length === 0) return [];
  const read = await readZones(
    page,
    boxes.map((box) => ({ box, alphabet: 'text', harder: false })),
    recogniser,
  );
  const firstLine = (words.at(-1)?.line ?? -1) + 1;
  return read.flatMap((zone, place) =>
    zone
      .filter(({ text, confidence }) => confidence >= leastConfidence && /[\p{L}\p{N}]/u.test(text))
      .map((word) => ({ ...word, line: firstLine + place })),
  );
}

/** Where lines of print stand that are in no word's box; [] where there are so many that they are none. */
export function findPassedOver(picture: Raster, words: readonly Word[]): readonly Box[] {
  const { widthPx: width, heightPx: height } = picture;
  const taken = coverOf(picture, words);
  const isFree = ({ left, right, top, bottom }: InkBlob) => {
    const [x, y] = [Math.floor((left + right) / 2), Math.floor((top + bottom) / 2)];
    return taken[y * width + x] !== 1;
  };
  const signs = findBlobs(findInk(picture, inkBelow)).blobs.filter((blob) => isSign(blob) && isFree(blob));
  const runs = runsOf(signs).filter(({ count }) => count >= fewestSigns);
  if (runs.length > mostRuns) return [];
  return runs.map(({ left, top, right, bottom }) => [left / width, top / height, right / width, bottom / height]);
}

function isSign({ left, top, right, bottom }: InkBlob): boolean {
  const [wide, high] = [right - left, bottom - top];
  return high >= heightPx.least && high <= heightPx.most && wide <= widest * high;
}

/** 1 where a word's box lies, or is near. */
function coverOf({ widthPx, heightPx: rows }: Raster, words: readonly Word[]): Uint8Array {
  const cover = new Uint8Array(widthPx * rows);
  for (const {
    box: [x0, y0, x1, y1],
  } of words) {
    const from = Math.max(0, Math.floor(x0 * widthPx) - nearPx);
    const to = Math.min(widthPx, Math.ceil(x1 * widthPx) + nearPx);
    const last = Math.min(rows, Math.ceil(y1 * rows) + nearPx);
    for (let row = Math.max(0, Math.floor(y0 * rows) - nearPx); row < last; row += 1)
      cover.fill(1, row * widthPx + from, row * widthPx + Math.max(from, to));
  }
  return cover;
}

type Run = { left: number; top: number; right: number; bottom: number; count: number };

/** Signs beside each other, from left to right. */
function runsOf(signs: readonly InkBlob[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { left, top, right, bottom } of signs.toSorted((a, b) => a.left - b.left)) {
    const [high, middle] = [bottom - top, (top + bottom) / 2];
    const run = runs.find((one) => {
      const size = one.bottom - one.top;
      const isLevel = middle > one.top && middle < one.bottom;
      const isNear = left - one.right < widestGap * Math.max(high, size);
      return isLevel && isNear && high > alike.least * size && high < alike.most * size;
    });
    if (run === undefined) {
      runs.push({ left, top, right, bottom, count: 1 });
      continue;
    }
    run.right = Math.max(run.right, right);
    run.top = Math.min(run.top, top);
    run.bottom = Math.max(run.bottom, bottom);
    run.count += 1;
  }
  return runs;
}
