import type { Port } from '../../../shared/contract/port.ts';
import {
  type MediaType,
  type ReaderReply,
  type ReaderRequest,
  type ReadFailure,
  type ReadPage,
  type ReadTimings,
  readerReplySchema,
  readLimits,
} from '../../../shared/contract/reader.ts';

/** A file to be read: the path of its bytes, and what is called as pages come. */
export type ReadJob = {
  readonly path: string;
  readonly fileName: string;
  readonly onOpened: (mediaType: MediaType, pageCount: number) => void;
  /** The next page is handed over when the promise resolves. */
  readonly onPage: (page: ReadPage) => Promise<void>;
};
export type ReadOutcome =
  | { readonly kind: 'done'; readonly timingsMs: ReadTimings }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  /** The reader went away in the middle: by its own crash, or killed from outside. */
  | { readonly kind: 'reader-gone' };

/** The reader processes that main has started, and the files that wait for one. */
export type Readers = {
  attach(port: Port): void;
  /** Reads one file. Waits for a free reader. */
  read(job: ReadJob): Promise<ReadOutcome>;
  ready(): number;
  waiting(): number;
};

type Waiting = {
  readonly job: ReadJob;
  readonly resolve: (outcome: ReadOutcome) => void;
  readonly reject: (error: unknown) => void;
};

export function startReaders(onChange: () => void): Readers {
  const queue: Waiting[] = [];
  const free = new Set<Port>();
  const alive = new Set<Port>();
  const ends = new Map<Port, (outcome: ReadOutcome) => void>();
  const listeners = new Map<Port, (reply: ReaderReply) => void>();
  let requests = 0;

  function next(): void {
    for (const port of free) {
      const waiting = queue.shift();
      if (waiting === undefined) break;
      free.delete(port);
      run(port, waiting);
    }
    onChange();
  }

  function run(port: Port, { job, resolve, reject }: Waiting): void {
    requests += 1;
    const requestId = requests;
    let pages = Promise.resolve();
    let silence = setTimeout(() => giveUp(), readLimits.silenceMs);

    const end = (outcome: ReadOutcome | { readonly error: unknown }): void => {
      clearTimeout(silence);
      listeners.delete(port);
      ends.delete(port);
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome);
      if (alive.has(port)) free.add(port);
      next();
    };
    /** A reader that says nothing for too long is lost; main starts another when the port closes. */
    const giveUp = (): void => {
      alive.delete(port);
      port.post({ kind: 'cancel', requestId } satisfies ReaderRequest);
      port.close();
      end({ kind: 'failed', code: 'took-too-long' });
    };

    ends.set(port, end);
    listeners.set(port, (reply) => {
      if (!('requestId' in reply) || reply.requestId !== requestId) return;
      clearTimeout(silence);
      silence = setTimeout(() => giveUp(), readLimits.silenceMs);
      if (reply.kind === 'opened') job.onOpened(reply.mediaType, reply.pageCount);
      if (reply.kind === 'page') pages = pages.then(() => job.onPage(reply.page));
      if (reply.kind === 'page') pages.catch(() => {}); // reported at the end
      if (reply.kind === 'done')
        pages.then(
          () => end({ kind: 'done', timingsMs: reply.timingsMs }),
          (error: unknown) => end({ error }),
        );
      if (reply.kind === 'failed') end({ kind: 'failed', code: reply.code });
    });
    port.post({ kind: 'read', requestId, path: job.path, fileName: job.fileName } satisfies ReaderRequest);
  }

  return {
    attach: (port) => {
      port.onMessage((message) => {
        const parsed = readerReplySchema.safeParse(message);
        if (!parsed.success) return ends.get(port)?.({ kind: 'failed', code: 'reader-crashed' });
        const reply = parsed.data;
        if (reply.kind !== 'ready') return listeners.get(port)?.(reply);
        alive.add(port);
        free.add(port);
        next();
      });
      port.onClose(() => {
        alive.delete(port);
        free.delete(port);
        ends.get(port)?.({ kind: 'reader-gone' });
        onChange();
      });
    },
    read: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      }),
    ready: () => alive.size,
    waiting: () => queue.length,
  };
}
