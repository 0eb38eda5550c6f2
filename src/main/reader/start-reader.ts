import { performance } from 'node:perf_hooks';
import type { Port } from '../../shared/contract/port.ts';
import type { ReaderReply, ReaderRequest } from '../../shared/contract/reader.ts';
import { openFile } from './open-file.ts';
import { parseRequest } from './parse-request.ts';
import { toFailure } from './read-error.ts';
import { readPage } from './read-page.ts';
import { type Recogniser, startRecogniser } from './recognise.ts';

type ReadRequest = Extract<ReaderRequest, { kind: 'read' }>;

/**
 * Starts a reader on a port: it opens the files that it is asked to read, one at a time, and answers page by page.
 *
 * Resolves when the reader is ready, and rejects when the OCR data is missing. Ends its OCR thread when the port closes.
 *
 * @param ocrDataPath the folder that holds swe.traineddata.gz
 */
export async function startReader({ port, ocrDataPath }: { readonly port: Port; readonly ocrDataPath: string }): Promise<void> {
  const recogniser = await startRecogniser(ocrDataPath);
  const reply = (message: ReaderReply): void => port.post(message);
  const cancelled = new Set<number>();
  let queue = Promise.resolve();

  port.onMessage((message) => {
    const request = parseRequest(message);
    if (request.kind === 'cancel') {
      cancelled.add(request.requestId);
      return;
    }
    if (request.kind !== 'read') return;
    queue = queue.then(async () => {
      await readFile(request, { recogniser, reply, isCancelled: () => cancelled.has(request.requestId) });
      cancelled.delete(request.requestId);
    });
  });
  port.onClose(() => {
    recogniser.stop().catch(() => {});
  });
  reply({ kind: 'ready' });
}

type Around = {
  readonly recogniser: Recogniser;
  readonly reply: (message: ReaderReply) => void;
  readonly isCancelled: () => boolean;
};

/** Reads one file, and says how it went; never throws for what is in the file. */
async function readFile({ requestId, path }: ReadRequest, { recogniser, reply, isCancelled }: Around): Promise<void> {
  const clock = startClock();
  if (isCancelled()) return reply({ kind: 'cancelled', requestId });
  try {
    const file = await clock.time('open', openFile(path));
    try {
      reply({ kind: 'opened', requestId, mediaType: file.mediaType, pageCount: file.pageCount });
      for (let page = 1; page <= file.pageCount; page += 1) {
        if (isCancelled()) return reply({ kind: 'cancelled', requestId });
        const opened = await clock.time('render', file.openPage(page));
        const recognise: Recogniser['recognise'] = (raster) => {
          reply({ kind: 'reading', requestId, page });
          return recogniser.recognise(raster);
        };
        const read = await clock.time('read', readPage(opened, page, recognise));
        reply({ kind: 'page', requestId, page: read });
      }
    } finally {
      await file.close();
    }
    reply({ kind: 'done', requestId, timingsMs: clock.stop() });
  } catch (error) {
    reply({ kind: 'failed', requestId, ...toFailure(error) });
  }
}

/** Sums up whole milliseconds under three names. */
function startClock() {
  const startedAtMs = performance.now();
  const spentMs = { open: 0, render: 0, read: 0 };
  return {
    async time<T>(name: keyof typeof spentMs, work: Promise<T>): Promise<T> {
      const beganAtMs = performance.now();
      try {
        return await work;
      } finally {
        spentMs[name] += performance.now() - beganAtMs;
      }
    },
    stop: () => ({
      open: Math.round(spentMs.open),
      render: Math.round(spentMs.render),
      read: Math.round(spentMs.read),
      total: Math.round(performance.now() - startedAtMs),
    }),
  };
}
