import type { PageCode, PageWords, Word } from '../../shared/base/page.ts';
import type { ReadPage } from '../../shared/contract/reader.ts';
import { encodePage } from './encode-page.ts';
import { findCodes } from './find-codes.ts';
import { glanceAt } from './find-skew.ts';
import { toOcrPicture } from './ocr-picture.ts';
import type { OpenPage } from './opened.ts';
import { findFlags } from './page-flags.ts';
import { readPassedOver } from './passed-over.ts';
import { pictureHash } from './picture-hash.ts';
import { greyOf, type Raster } from './raster.ts';
import { readUpright } from './read-upright.ts';
import type { Recogniser } from './recognise.ts';
import { straighten, type Turned } from './straighten.ts';

type Recognise = Recogniser['recognise'];
type Encoded = Pick<ReadPage, 'image' | 'imageType' | 'dpi' | 'pixelHash'>;

/** Reads one opened page: its own text where it has one, else by OCR after straightening. */
export async function readPage({ raster, textLayer, scanDpi }: OpenPage, page: number, recognise: Recognise): Promise<ReadPage> {
  if (textLayer !== undefined) {
    const [image, codes] = await Promise.all([encoded(raster), codesOf(raster)]);
    return asPage(page, { raster, turnedDegrees: 0 }, image, { textSource: 'text-layer', words: textLayer, codes, flags: [] });
  }
  return readPicture(raster, { page, scanDpi: scanDpi ?? raster.dpi, recognise });
}

type Known = Pick<PageWords, 'textSource' | 'words' | 'codes' | 'flags'>;

/** Reads a page that is a picture: sees how it lies and what is wrong with it, straightens it and reads it by OCR. */
export async function readPicture(
  raster: Raster,
  { page, scanDpi, recognise }: { readonly page: number; readonly scanDpi: number | null; readonly recognise: Recognise },
): Promise<ReadPage> {
  const glance = await glanceAt(raster);
  const asFound = findFlags({ ...glance, dpi: scanDpi, skewDegrees: 0 });
  if (asFound.includes('blank')) {
    const known: Known = { textSource: 'ocr', words: [], codes: [], flags: asFound };
    return asPage(page, { raster, turnedDegrees: 0 }, await encoded(raster), known);
  }
  const straight = await straighten(raster, glance.small);
  // Most pages stand upright: their image is packed, and their codes are found, while the OCR engine's thread is busy.
  const encoding = encoded(straight.raster);
  encoding.catch(() => {}); // awaited below
  let seeking: Promise<PageCode[]> | undefined;
  const pictures = new Map<Raster, Raster>();
  const read = await readUpright(straight, async (turned, goOn) => {
    const picture = await toOcrPicture(turned);
    pictures.set(turned, picture);
    const words = recognise(picture, { layout: 'page', ...(goOn !== undefined && { goOn }) });
    words.catch(() => {});
    seeking ??= findCodes(picture).catch(() => []);
    await seeking;
    return words;
  });
  const isAsThought = read.raster === straight.raster;
  const [image, codes] = isAsThought
    ? [await encoding, (await seeking) ?? []]
    : await Promise.all([encoded(read.raster), codesOf(read.raster)]);
  const picture = pictures.get(read.raster);
  const passedOver =
    picture === undefined ? [] : await readPassedOver(picture, await greyOf(read.raster), read.words, { recognise });
  const flags = findFlags({ ...glance, dpi: scanDpi, skewDegrees: leanOf(straight) });
  return asPage(page, read, image, { textSource: 'ocr', words: [...read.words, ...passedOver], codes, flags });
}

/** What is left of a turn besides quarters. */
const leanOf = ({ turnedDegrees }: Turned): number => turnedDegrees - 90 * Math.round(turnedDegrees / 90);

/** The page packed, and its picture in few bits: one that cannot be told so is kept without. */
async function encoded(raster: Raster): Promise<Encoded> {
  const [image, pixelHash] = await Promise.all([encodePage(raster), pictureHash(raster).catch(() => null)]);
  return { ...image, pixelHash };
}

/** A page without its codes is better than none. */
const codesOf = async (raster: Raster): Promise<PageCode[]> => findCodes(await greyOf(raster)).catch(() => []);

function asPage(
  page: number,
  { raster, turnedDegrees }: Turned,
  encoded: Encoded,
  known: Omit<Known, 'words'> & { readonly words: readonly Word[] },
): ReadPage {
  const { widthPx, heightPx } = raster;
  return { ...encoded, words: { page, widthPx, heightPx, again: [], ...known }, turnedDegrees };
}
