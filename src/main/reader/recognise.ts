import type { Worker as Thread } from 'node:worker_threads';
import { type Block, createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Box, Word } from '../../shared/base/page.ts';
import { fromRaster, greyOf, longestSidePx, longSide, type Raster, toRaster } from './raster.ts';
import { ReadError } from './read-error.ts';

/** Reads pages by OCR. One page at a time. */
export type Recogniser = {
  /** The words of a page in reading order, with boxes on that page. */
  readonly recognise: (raster: Raster) => Promise<Word[]>;
  readonly stop: () => Promise<void>;
};

/** Letters are read best at about this resolution. */
const ocrDpi = 300;
const a4LongSideInches = 11.7;
const largestEnlargement = 3;
/** Nothing printed can be read on a strip thinner than this. */
const leastSidePx = 16;

/**
 * Starts the OCR engine (Tesseract's LSTM, Swedish), which lives in a thread of its own and is kept between pages.
 *
 * @param ocrDataPath the folder that holds swe.traineddata.gz; nothing is fetched
 */
export async function startRecogniser(ocrDataPath: string): Promise<Recogniser> {
  let starting = startEngine(ocrDataPath);
  await starting;

  async function recognise(raster: Raster): Promise<Word[]> {
    if (Math.min(raster.widthPx, raster.heightPx) < leastSidePx) return [];
    const page = await enlarge(await greyOf(raster));
    const engine = await starting;
    try {
      const { data } = await Promise.race([
        engine.worker.recognize(toPgm(page), {}, { blocks: true, text: false }),
        engine.death,
      ]);
      return collectWords(data.blocks ?? [], page);
    } catch (error) {
      // The engine's memory cannot be trusted after a failure: the next page gets a new one.
      await engine.worker.terminate();
      starting = startEngine(ocrDataPath);
      starting.catch(() => {});
      throw new ReadError('reader-crashed', `OCR failed: ${String(error)}`);
    }
  }

  return { recognise, stop: async () => void (await (await starting).worker.terminate()) };
}

/** `death` rejects when the engine's thread ends, and settles in no other way. */
type OcrEngine = { readonly worker: Worker; readonly death: Promise<never> };

async function startEngine(ocrDataPath: string): Promise<OcrEngine> {
  // tesseract.js reports some failures only through `errorHandler`, and would leave its own promise open for ever.
  const worker = await new Promise<Worker>((resolve, reject) => {
    createWorker('swe', OEM.LSTM_ONLY, {
      langPath: ocrDataPath,
      cacheMethod: 'none',
      gzip: true,
      errorHandler: reject,
    }).then(resolve, reject);
  });
  const { worker: thread } = worker as Worker & { readonly worker: Thread };
  const death = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the OCR thread ended')));
  });
  death.catch(() => {});
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(ocrDpi) });
  return { worker, death };
}

/** Brings a page of low resolution to about 300 dpi; a page that does not tell its resolution is taken for A4. */
async function enlarge(grey: Raster): Promise<Raster> {
  const dpi = grey.dpi ?? longSide(grey) / a4LongSideInches;
  const factor = Math.min(ocrDpi / dpi, largestEnlargement, (1.2 * longestSidePx) / longSide(grey));
  if (factor < 1.1) return grey;
  const width = Math.round(grey.widthPx * factor);
  return toRaster(fromRaster(grey).resize({ width, kernel: 'cubic' }), { channels: 1, bitonal: false, dpi: ocrDpi });
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
