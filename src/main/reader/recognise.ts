import { type Block, PSM } from 'tesseract.js';
import type { Box, Word } from '../../shared/base/page.ts';
import { type OcrEngine, startOcrEngine } from './ocr-engine.ts';
import { greyOf, type Raster } from './raster.ts';
import { ReadError } from './read-error.ts';

/** How the print lies on a picture: found out; one block of lines; one line; words here and there. */
export type Layout = 'page' | 'block' | 'line' | 'sparse';

export type HowToRead = {
  readonly layout: Layout;
  /** The only signs that may stand there; all where it is not said. */
  readonly alphabet?: string;
};

/** Reads pictures by OCR. One at a time. */
export type Recogniser = {
  /**
   * The words of a picture in reading order, with boxes on that picture. It is read as it is: whoever calls sees to size and
   * contrast. [] for one that the engine cannot get through in time.
   */
  readonly recognise: (raster: Raster, how: HowToRead) => Promise<Word[]>;
  readonly stop: () => Promise<void>;
};

const segmentation: Record<Layout, PSM> = {
  page: PSM.AUTO,
  block: PSM.SINGLE_BLOCK,
  line: PSM.SINGLE_LINE,
  sparse: PSM.SPARSE_TEXT,
};

/** Nothing printed can be read on a strip thinner than this. */
const leastSidePx = 16;
/** A page of print takes 1 s, on a slow machine 4; a picture of rubble may take minutes. */
const longestMs = 8_000;

/**
 * Starts the OCR engine, which lives in a thread of its own and is kept between pages.
 *
 * @param ocrDataPath the folder that holds swe.traineddata.gz; nothing is fetched
 */
export async function startRecogniser(ocrDataPath: string): Promise<Recogniser> {
  let starting = startOcrEngine(ocrDataPath);
  await starting;

  /** The engine's memory cannot be trusted after a failure: the next picture gets a new one. */
  async function startAnew(engine: OcrEngine): Promise<void> {
    await engine.end();
    starting = startOcrEngine(ocrDataPath);
    starting.catch(() => {});
  }

  async function recognise(raster: Raster, { layout, alphabet }: HowToRead): Promise<Word[]> {
    if (Math.min(raster.widthPx, raster.heightPx) < leastSidePx) return [];
    const grey = await greyOf(raster);
    const engine = await starting;
    const settings = {
      tessedit_pageseg_mode: segmentation[layout],
      ...(alphabet !== undefined && { tessedit_char_whitelist: alphabet }),
    };
    try {
      const blocks = await engine.recognise(toPgm(grey), settings, longestMs);
      if (blocks !== 'took-too-long') return collectWords(blocks, grey);
    } catch (error) {
      await startAnew(engine);
      throw new ReadError('reader-crashed', `OCR failed: ${String(error)}`);
    }
    await startAnew(engine);
    return [];
  }

  return { recognise, stop: async () => (await starting).end() };
}

/** Portable grey map: a header and the pixels as they are, so nothing is packed only to be unpacked. */
const toPgm = ({ pixels, widthPx, heightPx }: Raster): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), pixels]);

function collectWords(blocks: readonly Block[], { widthPx, heightPx }: Raster): Word[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line, number) =>
    line.words
      .map(({ text, bbox, confidence }) => ({
        text: text.normalize('NFC').trim(),
        box: [bbox.x0 / widthPx, bbox.y0 / heightPx, bbox.x1 / widthPx, bbox.y1 / heightPx].map(toShare) as unknown as Box,
        confidence: toShare(confidence / 100),
        line: number,
      }))
      .filter((word) => word.text !== ''),
  );
}

const toShare = (value: number): number => Math.min(1, Math.max(0, value));
