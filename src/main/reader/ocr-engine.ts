import type { Worker as Thread } from 'node:worker_threads';
import { type Block, createWorker, OEM, type RecognizeOptions, type Worker, type WorkerParams } from 'tesseract.js';

/** Tesseract's LSTM for Swedish, in a thread of its own. */
export type OcrEngine = {
  /**
   * Rejects when the thread fails or ends.
   *
   * @param settings hold for this picture only
   */
  readonly recognise: (picture: Buffer, settings: Partial<WorkerParams>, longestMs: number) => Promise<Block[] | 'took-too-long'>;
  readonly end: () => Promise<void>;
};

/** What the engine takes a picture's resolution for: it says so in its estimates only, and the network never sees it. */
const assumedDpi = 300;

export async function startOcrEngine(ocrDataPath: string): Promise<OcrEngine> {
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
  // Light print on dark is turned by us where it is worth it: tried on each line, it costs time and finds ghosts in noise.
  await worker.setParameters({ user_defined_dpi: String(assumedDpi), tessedit_do_invert: '0' } as Partial<WorkerParams>);

  return {
    recognise: async (picture, settings, longestMs) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'took-too-long'>((resolve) => {
        timer = setTimeout(resolve, longestMs, 'took-too-long');
      });
      // Settings among the options are taken back by tesseract.js after the picture; its types do not know that.
      const options = settings as Partial<RecognizeOptions>;
      const reading = worker.recognize(picture, options, { blocks: true, text: false }).then(({ data }) => data.blocks ?? []);
      reading.catch(() => {}); // the race may be over by then
      try {
        return await Promise.race([reading, death, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    end: async () => void (await worker.terminate()),
  };
}
