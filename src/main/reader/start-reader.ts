import type { Port } from '../../shared/contract/port.ts';
import type { ReaderReply } from '../../shared/contract/reader.ts';
import { answer } from './answer.ts';
import { keepImage } from './keep-image.ts';
import { keepOpen } from './keep-open.ts';
import { parseRequest } from './parse-request.ts';
import { startRecogniser } from './recognise.ts';
import { makeWorkQueue } from './work-queue.ts';

type Start = {
  readonly port: Port;
  /** The folder that holds swe.traineddata.gz. */
  readonly ocrDataPath: string;
  /** Called after each request: pictures are large, and a time to give their memory back is when nobody waits. */
  readonly afterEach?: () => void;
};

/**
 * Starts a reader on a port: it opens the files that it is asked to read, and answers request by request, page by page.
 *
 * Resolves when the reader is ready, and rejects when the OCR data is missing. Ends its OCR thread when the port closes.
 *
 */
export async function startReader({ port, ocrDataPath, afterEach = () => {} }: Start): Promise<void> {
  const recogniser = await startRecogniser(ocrDataPath);
  const files = keepOpen();
  const images = keepImage();
  const reply = (message: ReaderReply): void => port.post(message);
  const cancelled = new Set<number>();
  const queue = makeWorkQueue();

  port.onMessage((message) => {
    const request = parseRequest(message);
    const { requestId } = request;
    if (request.kind === 'cancel') {
      cancelled.add(requestId);
      return;
    }
    // Zones are what a clerk points at: they go before pages that nobody looks at.
    const urgent = request.kind === 'read-zones';
    const work = async () => {
      await answer(request, { recogniser, files, images, reply, isCancelled: () => cancelled.has(requestId) });
      cancelled.delete(requestId);
      afterEach();
    };
    queue.add(work, { urgent });
  });
  port.onClose(() => {
    recogniser.stop().catch(() => {});
    files.close().catch(() => {});
  });
  reply({ kind: 'ready' });
}
