import { type Block, PSM } from 'tesseract.js';
import type { Box, Word } from '../../shared/base/page.ts';
import { type KeptOcrEngine, keepOcrEngine } from './keep-ocr-engine.ts';
import { type PagePart, partPage } from './part-page.ts';
import { greyOf, type Raster } from './raster.ts';

/** How the print lies on a picture: found out; one block of lines; one line; words here and there. */
export type Layout = 'page' | 'block' | 'line' | 'sparse';

export type HowToRead = {
  readonly layout: Layout;
  /** The only signs that may stand there; all where it is not said. */
  readonly alphabet?: string;
  /** Nobody else needs the machine's cores: both halves of a page are read at once. */
  readonly alone?: boolean;
  /** Asked when the upper half has been read by itself: false, and the lower one is not. */
  readonly goOn?: (upper: readonly Word[]) => boolean;
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
/** A second engine that nobody has used for this long is ended: it holds some 45 MB before its first page. */
const idleMs = 20_000;

/**
 * Starts the OCR engine, which lives in a thread of its own and is kept between pages; a second one when a page comes alone.
 *
 * @param ocrDataPath the folder that holds swe.traineddata.gz; nothing is fetched
 */
export async function startRecogniser(ocrDataPath: string): Promise<Recogniser> {
  const first = await keepOcrEngine(ocrDataPath);
  const second = lendEngine(ocrDataPath);

  async function recognise(raster: Raster, { layout, alphabet, alone = false, goOn = () => true }: HowToRead): Promise<Word[]> {
    if (Math.min(raster.widthPx, raster.heightPx) < leastSidePx) return [];
    const grey = await greyOf(raster);
    const settings = {
      tessedit_pageseg_mode: segmentation[layout],
      ...(alphabet !== undefined && { tessedit_char_whitelist: alphabet }),
    };
    const read = (engine: KeptOcrEngine, part: PagePart) => engine.recognise(toPgm(part.raster), settings);
    const parts: readonly PagePart[] = layout === 'page' ? partPage(grey) : [{ raster: grey, top: 0 }];
    const [upper, lower] = parts;
    if (upper === undefined) return [];
    if (lower === undefined) return wordsOf([await read(first, upper)], parts, grey);
    const helper = alone ? second.borrow() : undefined;
    if (helper !== undefined) return wordsOf(await Promise.all([read(first, upper), read(helper, lower)]), parts, grey);
    const above = await read(first, upper);
    return goOn(wordsOf([above], parts, grey))
      ? wordsOf([above, await read(first, lower)], parts, grey)
      : wordsOf([above], parts, grey);
  }

  return { recognise, stop: async () => void (await Promise.all([first.end(), second.end()])) };
}

/** An engine that is started when it is first wanted, and lent from when it is ready. */
function lendEngine(ocrDataPath: string) {
  let engine: KeptOcrEngine | undefined;
  let starting: Promise<unknown> | undefined;
  let idle: NodeJS.Timeout | undefined;
  async function end(): Promise<void> {
    clearTimeout(idle);
    await starting;
    const ended = engine;
    [engine, starting] = [undefined, undefined];
    await ended?.end();
  }
  return {
    borrow: (): KeptOcrEngine | undefined => {
      clearTimeout(idle);
      idle = setTimeout(() => void end().catch(() => {}), idleMs).unref();
      starting ??= keepOcrEngine(ocrDataPath).then(
        (ready) => {
          engine = ready;
        },
        () => {}, // the first engine reads on by itself
      );
      return engine;
    },
    end,
  };
}

/** Portable grey map: a header and the pixels as they are, so nothing is packed only to be unpacked. */
const toPgm = ({ pixels, widthPx, heightPx }: Raster): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), pixels]);

function wordsOf(read: readonly (readonly Block[])[], parts: readonly PagePart[], whole: Raster): Word[] {
  const lines = read.flatMap((blocks, part) =>
    blocks.flatMap((block) =>
      block.paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => ({ line, top: parts[part]?.top ?? 0 }))),
    ),
  );
  return lines.flatMap(({ line, top }, number) =>
    line.words
      .map(({ text, bbox, confidence }) => ({
        text: text.normalize('NFC').trim(),
        box: [
          bbox.x0 / whole.widthPx,
          (bbox.y0 + top) / whole.heightPx,
          bbox.x1 / whole.widthPx,
          (bbox.y1 + top) / whole.heightPx,
        ].map(toShare) as unknown as Box,
        confidence: toShare(confidence / 100),
        line: number,
      }))
      .filter((word) => word.text !== ''),
  );
}

const toShare = (value: number): number => Math.min(1, Math.max(0, value));
