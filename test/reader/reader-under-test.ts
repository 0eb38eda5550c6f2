import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startReader } from '../../src/main/reader/start-reader.ts';
import type { ReaderReply, ReaderRequest, ReadPage } from '../../src/shared/contract/reader.ts';

export const ocrDataPath = fileURLToPath(new URL('../../resources/ocr', import.meta.url));

/** How the reading of one file went. */
export type Answer = {
  readonly replies: readonly ReaderReply[];
  readonly pages: readonly ReadPage[];
  readonly last: ReaderReply;
};

/** A reader in this process, with a folder of its own for the files that it is given. */
export async function startReaderUnderTest() {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'));
  let toReader: (message: unknown) => void = () => {};
  let onReply: (reply: ReaderReply) => void = () => {};
  let close: () => void = () => {};
  let requests = 0;

  await startReader({
    ocrDataPath,
    port: {
      post: (message) => onReply(structuredClone(message) as ReaderReply),
      onMessage: (listener) => {
        toReader = listener;
      },
      onClose: (listener) => {
        close = listener;
      },
      close: () => {},
    },
  });

  const send = (request: ReaderRequest): void => toReader(structuredClone(request));

  /** Reads what stands at a path; `onEach` sees each reply as it comes. */
  function readPath(path: string, onEach: (reply: ReaderReply) => void = () => {}): Promise<Answer> {
    requests += 1;
    const requestId = requests;
    const replies: ReaderReply[] = [];
    return new Promise((resolve) => {
      onReply = (reply) => {
        replies.push(reply);
        onEach(reply);
        if (reply.kind !== 'done' && reply.kind !== 'failed' && reply.kind !== 'cancelled') return;
        resolve({ replies, last: reply, pages: replies.flatMap((one) => (one.kind === 'page' ? [one.page] : [])) });
      };
      send({ kind: 'read', requestId, path, fileName: 'fil' });
    });
  }

  return {
    send,
    readPath,
    async read(bytes: Uint8Array, name = 'fil.bin'): Promise<Answer> {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return readPath(path);
    },
    async stop() {
      close();
      await rm(folder, { recursive: true });
    },
  };
}

export type ReaderUnderTest = Awaited<ReturnType<typeof startReaderUnderTest>>;

/** 'done', 'cancelled', or the code of the failure. */
export const outcomeOf = ({ last }: Answer): string => (last.kind === 'failed' ? last.code : last.kind);

export const textOf = (page: ReadPage | undefined): string => page?.words.words.map((word) => word.text).join(' ') ?? '';
