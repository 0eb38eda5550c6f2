import type { ReadPage } from '../../shared/contract/reader.ts';
import { encodePage } from './encode-page.ts';
import { toOcrPicture } from './ocr-picture.ts';
import type { OpenPage } from './opened.ts';
import type { Raster } from './raster.ts';
import { readUpright } from './read-upright.ts';
import type { Recogniser } from './recognise.ts';

/** Reads one opened page: its own text where it has one, else by OCR after straightening. */
export async function readPage(
  { raster, textLayer }: OpenPage,
  page: number,
  recognise: Recogniser['recognise'],
): Promise<ReadPage> {
  const readPicture = async (picture: Raster) => recognise(await toOcrPicture(picture), { layout: 'page' });
  const read = textLayer === undefined ? await readUpright(raster, readPicture) : { raster, words: textLayer, turnedDegrees: 0 };
  const { widthPx, heightPx } = read.raster;
  const textSource = textLayer === undefined ? 'ocr' : 'text-layer';
  return {
    ...(await encodePage(read.raster)),
    words: { page, widthPx, heightPx, textSource, words: read.words, again: [], codes: [], flags: [] },
    turnedDegrees: read.turnedDegrees,
  };
}
