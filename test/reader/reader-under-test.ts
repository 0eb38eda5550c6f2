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

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Wish = Without<Exclude<ReaderRequest, { kind: 'cancel' }>, 'requestId'>;

/** A reader in this process, with a folder of its own for the files that it is given. */
export async function startReaderUnderTest() {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'));
  let toReader: (message: unknown) => void = () => {};
  const listeners = new Map<number, (reply: ReaderReply) => void>();
  let close: () => void = () => {};
  let requests = 0;

  await startReader({
    ocrDataPath,
    port: {
      post: (message) => {
        const reply = structuredClone(message) as ReaderReply;
        if (reply.kind !== 'ready') listeners.get(reply.requestId)?.(reply);
      },
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

  /** Asks one thing of the reader; `onEach` sees each reply as it comes. */
  function ask(wish: Wish, onEach: (reply: ReaderReply) => void = () => {}): Promise<Answer> {
    requests += 1;
    const requestId = requests;
    const replies: ReaderReply[] = [];
    return new Promise((resolve) => {
      listeners.set(requestId, (reply) => {
        replies.push(reply);
        onEach(reply);
        if (reply.kind !== 'done' && reply.kind !== 'failed' && reply.kind !== 'cancelled') return;
        listeners.delete(requestId);
        resolve({ replies, last: reply, pages: replies.flatMap((one) => (one.kind === 'page' ? [one.page] : [])) });
      });
      send({ ...wish, requestId });
    });
  }

  /** Reads what stands at a path, page by page. */
  async function readPath(path: string, onEach?: (reply: ReaderReply) => void): Promise<Answer> {
    const opened = await ask({ kind: 'open', path }, onEach);
    const [first] = opened.replies;
    if (first?.kind !== 'opened') return opened;
    const answers: Answer[] = [];
    for (let page = 1; page <= first.pageCount; page += 1) {
      const answer = await ask({ kind: 'read-page', path, page }, onEach);
      answers.push(answer);
      if (answer.last.kind !== 'done') break;
    }
    return {
      replies: [first, ...answers.flatMap(({ replies }) => replies)],
      pages: answers.flatMap(({ pages }) => pages),
      last: (answers.at(-1) ?? opened).last,
    };
  }

  /** Writes a file for the reader, and gives its path. */
  async function keep(bytes: Uint8Array, name: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  return {
    send,
    ask,
    readPath,
    keep,
    read: async (bytes: Uint8Array, name = 'fil.bin'): Promise<Answer> => readPath(await keep(bytes, name)),
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
