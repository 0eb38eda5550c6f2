import { Agent, get, type IncomingMessage } from 'node:http';
import { changesPage, wireHeader, wireVersion } from '../../../src/shared/contract/wire.ts';
import { sharedMs } from './figures.ts';
import { answerQuestions } from './processes.ts';

// Three hundred workstations' worth of listening and fetching, in one process.

export type Listening = {
  readonly address: string;
  readonly sessions: readonly string[];
  readonly view: string;
  readonly epoch: number;
  readonly seq: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: Number.POSITIVE_INFINITY });
/** When each listener first had the page with this seq. */
const seen = new Map<number, number[]>();
let listeners = 0;
let wantedSeq = 0;
let lastPage = '';

function ask(url: string, session: string): Promise<IncomingMessage> {
  const headers = { [wireHeader]: String(wireVersion), authorization: `Bearer ${session}` };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, resolve).on('error', reject);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const text = (await response.setEncoding('utf8').toArray()).join('');
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${text}`);
  return text;
}

/** Listens, and fetches the next page at each hint of a head beyond what is here: one request at a time. */
async function listen({ address, view, epoch, seq }: Listening, session: string): Promise<void> {
  let here = seq;
  let head = seq;
  let isFetching = false;

  async function fetchAll(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    while (here < head) {
      const text = await textOf(await ask(`${address}/v1/changes?epoch=${epoch}&after=${here}&view=${view}&limit=2000`, session));
      const page = JSON.parse(text) as { readonly to: number; readonly entries: readonly { readonly seq: number }[] };
      if (here < wantedSeq && page.to >= wantedSeq) {
        if (!page.entries.some((entry) => entry.seq === wantedSeq - 1)) throw new Error('the page lacks the entry');
        seen.set(wantedSeq, [...(seen.get(wantedSeq) ?? []), sharedMs()]);
        lastPage = text;
      }
      here = page.to;
    }
    isFetching = false;
  }

  const response = await ask(`${address}/v1/events`, session);
  if (response.statusCode !== 200) throw new Error(`listening was answered with ${response.statusCode}`);
  listeners += 1;
  let unread = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const events = (unread + chunk).split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const told = /^event: head\ndata: (.*)$/.exec(event)?.[1];
      if (told === undefined) continue;
      head = Math.max(head, (JSON.parse(told) as { readonly seq: number }).seq);
      void fetchAll();
    }
  });
}

answerQuestions({
  listen: async (listening: Listening) => {
    await Promise.all(listening.sessions.map((session) => listen(listening, session)));
    return listeners;
  },
  expect: async (seq: number) => {
    wantedSeq = seq;
  },
  /** Waits until all have seen it; gives when each did. */
  seen: async (seq: number): Promise<number[]> => {
    while ((seen.get(seq)?.length ?? 0) < listeners) await new Promise((resolve) => setTimeout(resolve, 5));
    return seen.get(seq) ?? [];
  },
  /** The last page that somebody fetched. It is what the wire says. */
  lastPage: async (): Promise<string> => {
    changesPage.parse(JSON.parse(lastPage));
    return lastPage;
  },
  /** All fetch the same at once; gives how long each waited. */
  fetchAtOnce: async ({ url, times }: { readonly url: string; readonly times: number }): Promise<number[]> => {
    const startedAtMs = sharedMs();
    const took = Array.from({ length: times }, async () => {
      JSON.parse(await textOf(await ask(url, 'nobody')));
      return sharedMs() - startedAtMs;
    });
    return Promise.all(took);
  },
});
