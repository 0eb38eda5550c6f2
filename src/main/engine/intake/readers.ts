import type { Word } from '../../../shared/base/page.ts';
import type { Port } from '../../../shared/contract/port.ts';
import {
  type ReaderReply,
  type ReaderRequest,
  type ReadFailure,
  type ReadPage,
  readerReplySchema,
  readLimits,
  type Zone,
} from '../../../shared/contract/reader.ts';

export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  /** The reader went away in the middle: by its own crash, or killed from outside. */
  | { readonly kind: 'reader-gone' };

export type OpenedFile = Pick<Extract<ReaderReply, { kind: 'opened' }>, 'mediaType' | 'pageCount' | 'invoiceXml'>;

/** How soon a reader takes up a piece of work: the lowest first, part by part. Asked when a reader is free, so that it may change. */
export type Urgency = () => readonly number[];

/** The reader processes that main has started, and the pieces of work that wait for one: a page at a time, of any file. */
export type Readers = {
  /** `forClerk`: kept free for the places that a clerk wants read now. */
  attach(port: Port, options?: { readonly forClerk: boolean }): void;
  open(path: string, urgency: Urgency): Promise<Outcome<OpenedFile>>;
  /** A page that no reader has begun when `signal` says so is given back as if its reader had gone. */
  readPage(path: string, page: number, urgency: Urgency, signal?: AbortSignal): Promise<Outcome<ReadPage>>;
  /** The words of each zone of a page's picture. */
  readZones(path: string, zones: readonly Zone[], urgency: Urgency): Promise<Outcome<readonly (readonly Word[])[]>>;
  /** The same, for a clerk who waits: by the reader that is kept for it, or else by the next that is free. */
  readZonesNow(path: string, zones: readonly Zone[]): Promise<Outcome<readonly (readonly Word[])[]>>;
  ready(): number;
  waiting(): number;
};

type Request = ReaderRequest extends infer Each
  ? Each extends { readonly requestId: number }
    ? Omit<Each, 'requestId'>
    : never
  : never;
type Answer = Extract<ReaderReply, { kind: 'opened' | 'page' | 'zones' }>;
type Waiting = {
  readonly request: Request;
  readonly urgency: Urgency;
  readonly forClerk: boolean;
  readonly resolve: (outcome: Outcome<Answer>) => void;
};
type AskOptions = { readonly forClerk?: boolean; readonly signal?: AbortSignal };
type Reader = {
  readonly port: Port;
  readonly forClerk: boolean;
  busy: ((reply: ReaderReply | 'nonsense' | 'gone') => void) | undefined;
};

/** Before all else. */
const now: Urgency = () => [];

export function startReaders(onChange: () => void): Readers {
  const queue: Waiting[] = [];
  const readers = new Set<Reader>();
  let requests = 0;

  function next(): void {
    for (const reader of readers) {
      if (reader.busy !== undefined) continue;
      const work = takeFor(reader, queue, hasFreeClerkReader());
      if (work !== undefined) run(reader, work);
    }
    onChange();
  }
  const hasFreeClerkReader = (): boolean => [...readers].some(({ forClerk, busy }) => forClerk && busy === undefined);

  function run(reader: Reader, { request, resolve }: Waiting): void {
    requests += 1;
    const requestId = requests;
    const startedAtMs = performance.now();
    const end = (outcome: Outcome<Answer>): void => {
      clearTimeout(silence);
      reader.busy = undefined;
      resolve(outcome);
      next();
    };
    /** A reader that says nothing for too long is lost; main starts another when the port closes. */
    const giveUp = (): void => {
      readers.delete(reader);
      reader.port.post({ kind: 'cancel', requestId } satisfies ReaderRequest);
      reader.port.close();
      end({ kind: 'failed', code: 'took-too-long' });
    };
    let silence = setTimeout(giveUp, readLimits.silenceMs);

    reader.busy = (reply) => {
      if (reply === 'gone') return end({ kind: 'reader-gone' });
      if (reply === 'nonsense') return end({ kind: 'failed', code: 'reader-crashed' });
      if (!('requestId' in reply) || reply.requestId !== requestId) return;
      clearTimeout(silence);
      silence = setTimeout(giveUp, readLimits.silenceMs);
      if (reply.kind === 'failed') end({ kind: 'failed', code: reply.code });
      if (reply.kind === answerTo[request.kind])
        end({ kind: 'done', value: reply as Answer, tookMs: performance.now() - startedAtMs }); // of the kind that answers it
    };
    const alone = queue.length === 0 && [...readers].every((other) => other === reader || other.busy === undefined);
    reader.port.post({ ...request, requestId, ...(request.kind === 'read-page' && { alone }) } satisfies ReaderRequest);
  }

  function ask(request: Request, urgency: Urgency, { forClerk = false, signal }: AskOptions = {}): Promise<Outcome<Answer>> {
    return new Promise((resolve) => {
      const work: Waiting = { request, urgency, forClerk, resolve };
      queue.push(work);
      signal?.addEventListener('abort', () => {
        if (!queue.includes(work)) return;
        queue.splice(queue.indexOf(work), 1);
        resolve({ kind: 'reader-gone' });
      });
      next();
    });
  }
  const zonesIn = (answer: Answer) => (answer.kind === 'zones' ? answer.words : []);

  return {
    attach: (port, { forClerk } = { forClerk: false }) => {
      const reader: Reader = { port, forClerk, busy: undefined };
      port.onMessage((message) => {
        const parsed = readerReplySchema.safeParse(message);
        if (!parsed.success) return reader.busy?.('nonsense');
        if (parsed.data.kind !== 'ready') return reader.busy?.(parsed.data);
        readers.add(reader);
        next();
      });
      port.onClose(() => {
        readers.delete(reader);
        reader.busy?.('gone');
        onChange();
      });
    },
    open: async (path, urgency) =>
      mapped(await ask({ kind: 'open', path }, urgency), (answer) => {
        const { mediaType, pageCount, invoiceXml } = answer as Extract<Answer, { kind: 'opened' }>; // what answers `open`
        return { mediaType, pageCount, invoiceXml };
      }),
    readPage: async (path, page, urgency, signal) =>
      mapped(await ask({ kind: 'read-page', path, page }, urgency, signal && { signal }), (answer) => {
        const { page: read } = answer as Extract<Answer, { kind: 'page' }>; // what answers `read-page`
        return { ...read, words: { ...read.words, page } };
      }),
    readZones: async (path, zones, urgency) => mapped(await ask({ kind: 'read-zones', path, zones }, urgency), zonesIn),
    readZonesNow: async (path, zones) => mapped(await ask({ kind: 'read-zones', path, zones }, now, { forClerk: true }), zonesIn),
    ready: () => readers.size,
    waiting: () => queue.length,
  };
}

const answerTo: { readonly [Kind in Request['kind']]?: Answer['kind'] } = {
  open: 'opened',
  'read-page': 'page',
  'read-zones': 'zones',
};

const mapped = <From, To>(outcome: Outcome<From>, map: (value: From) => To): Outcome<To> =>
  outcome.kind === 'done' ? { ...outcome, value: map(outcome.value) } : outcome;

/** Takes the most urgent work that this reader may do. A clerk's waits for the reader kept for it, when that one is free at once. */
function takeFor({ forClerk }: Reader, queue: Waiting[], clerkReaderIsFree: boolean): Waiting | undefined {
  let best: Waiting | undefined;
  let bestUrgency: readonly number[] = [];
  for (const work of queue) {
    if (work.forClerk ? !forClerk && clerkReaderIsFree : forClerk) continue;
    const urgency = work.urgency();
    if (best === undefined || isBefore(urgency, bestUrgency)) {
      best = work;
      bestUrgency = urgency;
    }
  }
  if (best !== undefined) queue.splice(queue.indexOf(best), 1);
  return best;
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) {
    const [a = 0, b = 0] = [one[place], other[place]];
    if (a !== b) return a < b;
  }
  return false;
}
