import { type Link, LinkError } from '../../src/main/engine/sync/ports.ts';
import type { ChangesPage, ChangesQuery, PushAnswer, PushInput, SnapshotLine } from '../../src/shared/contract/wire.ts';
import { type Life, never } from './process-life.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a workstation asks of the server. */
export type Question =
  | { readonly kind: 'push'; readonly input: PushInput }
  | { readonly kind: 'changes'; readonly query: ChangesQuery }
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'blob'; readonly sha256: string };
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: LinkError };

/** One question on its way, or its answer on the way back. */
export type Exchange = {
  readonly question: Question;
  state: 'asked' | 'at-server' | 'answered' | 'over';
  answer: Answer | undefined;
  readonly settle: (answer: Answer) => void;
};

/** The wire between one workstation and the server. Nothing moves on it by itself, but that one who waits gives up. */
export type Wire = {
  readonly exchanges: Exchange[];
  /** Pushes that were sent before: the network may bring one again. */
  readonly pushes: PushInput[];
  /** Pages that were answered before: a proxy may give one of them for a later question. */
  readonly pages: ChangesPage[];
  /** Nothing gets to the server, or nothing back from it. */
  upCut: boolean;
  downCut: boolean;
  /** The next snapshot breaks off after so many lines. */
  breaksOffAfter: number | undefined;
};

export const openWire = (): Wire => ({
  exchanges: [],
  pushes: [],
  pages: [],
  upCut: false,
  downCut: false,
  breaksOffAfter: undefined,
});

export const patienceMs = 30_000;
const remembered = 6;

/** Gives a question up: whoever asked hears that the server is out of reach. */
export function lose(wire: Wire, exchange: Exchange): void {
  if (exchange.state === 'over') return;
  finish(wire, exchange, { ok: false, error: new LinkError('unreachable') });
}

/** Brings the answer to the one who asked. A snapshot can break off after some of its lines. */
export function bringAnswer(wire: Wire, exchange: Exchange): void {
  const { answer } = exchange;
  if (exchange.state !== 'answered' || answer === undefined) return;
  if (exchange.question.kind === 'changes' && answer.ok) remember(wire.pages, answer.value as ChangesPage); // what the server answers to that
  const { breaksOffAfter } = wire;
  if (exchange.question.kind !== 'snapshot' || !answer.ok || breaksOffAfter === undefined) {
    finish(wire, exchange, answer);
    return;
  }
  wire.breaksOffAfter = undefined;
  finish(wire, exchange, { ok: true, value: (answer.value as unknown[]).slice(0, breaksOffAfter) }); // lines
}

export function finish(wire: Wire, exchange: Exchange, answer: Answer): void {
  exchange.state = 'over';
  const place = wire.exchanges.indexOf(exchange);
  if (place !== -1) wire.exchanges.splice(place, 1);
  exchange.settle(answer);
}

/** The client program ended: its connections are closed. What is at the server is done all the same. */
export function hangUp(wire: Wire): void {
  for (const exchange of wire.exchanges) exchange.state = 'over';
  wire.exchanges.length = 0;
}

/** The link of one life of a workstation. */
export function linkOver(wire: Wire, life: Life, time: VirtualTime): Link {
  function ask(question: Question): Promise<unknown> {
    if (life.dead()) return never;
    if (question.kind === 'push') remember(wire.pushes, question.input);
    return new Promise((resolve, reject) => {
      const giveUp = time.after(patienceMs, () => lose(wire, exchange));
      const exchange: Exchange = {
        question,
        state: 'asked',
        answer: undefined,
        settle: (answer) => {
          giveUp();
          if (life.dead()) return;
          if (answer.ok) resolve(answer.value);
          else reject(answer.error);
        },
      };
      wire.exchanges.push(exchange);
    });
  }
  return {
    push: (input) => ask({ kind: 'push', input }) as Promise<PushAnswer>, // the server answers each question in its kind
    changes: (query) => ask({ kind: 'changes', query }) as Promise<ChangesPage>, // as above
    snapshot: async function* () {
      yield* (await ask({ kind: 'snapshot' })) as SnapshotLine[]; // as above
    },
    sendBlob: async (sha256) => {
      await ask({ kind: 'blob', sha256 });
    },
  };
}

function remember<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > remembered) list.shift();
}
