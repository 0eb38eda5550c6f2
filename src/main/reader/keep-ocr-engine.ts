import type { Block, WorkerParams } from 'tesseract.js';
import { type OcrEngine, startOcrEngine } from './ocr-engine.ts';
import { ReadError } from './read-error.ts';

/** An OCR engine that is replaced when it fails: its memory cannot be trusted after that. */
export type KeptOcrEngine = {
  /** What the picture holds; [] for one that the engine cannot get through in time. Throws ReadError `reader-crashed`. */
  readonly recognise: (picture: Buffer, settings: Partial<WorkerParams>) => Promise<readonly Block[]>;
  readonly end: () => Promise<void>;
};

/** A page of print takes 1 s, on a slow machine 4; a picture of rubble may take minutes. */
const longestMs = 8_000;

export async function keepOcrEngine(ocrDataPath: string): Promise<KeptOcrEngine> {
  let starting = startOcrEngine(ocrDataPath);
  await starting;

  async function startAnew(engine: OcrEngine): Promise<void> {
    await engine.end();
    starting = startOcrEngine(ocrDataPath);
    starting.catch(() => {});
  }

  return {
    recognise: async (picture, settings) => {
      const engine = await starting;
      try {
        const blocks = await engine.recognise(picture, settings, longestMs);
        if (blocks !== 'took-too-long') return blocks;
      } catch (error) {
        await startAnew(engine);
        throw new ReadError('reader-crashed', `OCR failed: ${String(error)}`);
      }
      await startAnew(engine);
      return [];
    },
    end: async () => (await starting).end(),
  };
}
