import type { Word } from '../../shared/base/page.ts';
import type { ReadPage } from '../../shared/contract/reader.ts';
import { encodePage } from './encode-page.ts';
import type { OpenPage } from './opened.ts';
import type { Raster } from './raster.ts';
import { readUpright } from './read-upright.ts';

/** Reads one opened page: its own text where it has one, else by OCR after straightening. */
export async function readPage(
  { raster, textLayer }: OpenPage,
  page: number,
  recognise: (raster: Raster) => Promise<readonly Word[]>,
): Promise<ReadPage> {
  const read = textLayer === undefined ? await readUpright(raster, recognise) : { raster, words: textLayer, turnedDegrees: 0 };
  const { widthPx, heightPx } = read.raster;
  const textSource = textLayer === undefined ? 'ocr' : 'text-layer';
  return {
    ...(await encodePage(read.raster)),
    words: { page, widthPx, heightPx, textSource, words: read.words, again: [], codes: [], flags: [] },
    turnedDegrees: read.turnedDegrees,
  };
}
