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
      const { late, clear } = watch(thread, longestMs);
      // Settings among the options are taken back by tesseract.js after the picture; its types do not know that.
      const options = settings as Partial<RecognizeOptions>;
      const reading = worker.recognize(picture, options, { blocks: true, text: false }).then(({ data }) => data.blocks ?? []);
      reading.catch(() => {}); // the race may be over by then
      try {
        return await Promise.race([reading, death, late]);
      } finally {
        clear();
      }
    },
    end: async () => void (await worker.terminate()),
  };
}

/** On a busy machine a page may wait long for little work: it is the work that is limited, and the wait at several times that. */
const waitPerWork = 4;
const lookEveryMs = 500;

function watch(thread: Thread, longestMs: number): { readonly late: Promise<'took-too-long'>; readonly clear: () => void } {
  const startedAtMs = performance.now();
  let beforeMs: number | undefined;
  let workedMs = 0;
  /** The thread answers in its own time, and not at all when it has ended. */
  const look = (): void => {
    thread.cpuUsage().then(
      ({ user }) => {
        beforeMs ??= user / 1_000;
        workedMs = user / 1_000 - beforeMs;
      },
      () => {},
    );
  };
  look();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'took-too-long'>((resolve) => {
    timer = setInterval(() => {
      if (workedMs > longestMs || performance.now() - startedAtMs > waitPerWork * longestMs) resolve('took-too-long');
      else look();
    }, lookEveryMs);
  });
  return { late, clear: () => clearInterval(timer) };
}
