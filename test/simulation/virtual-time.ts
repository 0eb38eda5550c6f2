/** Time that passes only when it is told to. Milliseconds since 1970, by the one true clock that nobody in the world has. */
export type VirtualTime = {
  nowMs(): number;
  /** Gives back the way to call it off. */
  after(delayMs: number, work: () => void): () => void;
  /** Lets this much pass, each timer at its moment; between two of them everybody comes to rest. */
  advance(ms: number): Promise<void>;
  /** The computers sleep and wake up: timers that came due meanwhile go off once. */
  leap(ms: number): Promise<void>;
  /** Everybody does what can be done now, without time passing. */
  settle(): Promise<void>;
};

type Timer = { readonly atMs: number; readonly work: () => void };

/** Somebody does the same thing over and over without time passing. */
export class Spinning extends Error {}

const mostRounds = 500;

const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function openVirtualTime(startMs: number): VirtualTime {
  let nowMs = startMs;
  const timers = new Set<Timer>();

  function earliest(): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of timers) if (found === undefined || timer.atMs < found.atMs) found = timer;
    return found;
  }

  function fireDue(): boolean {
    const due = [...timers].filter(({ atMs }) => atMs <= nowMs).sort((one, other) => one.atMs - other.atMs);
    for (const timer of due) if (timers.delete(timer)) timer.work();
    return due.length > 0;
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      await drained();
      if (!fireDue()) return;
    }
    throw new Spinning(`${mostRounds} rounds without time passing`);
  }

  return {
    nowMs: () => nowMs,
    after: (delayMs, work) => {
      const timer: Timer = { atMs: nowMs + Math.max(0, Math.ceil(delayMs)), work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => {
      const untilMs = nowMs + ms;
      for (let next = earliest(); next !== undefined && next.atMs <= untilMs; next = earliest()) {
        nowMs = Math.max(nowMs, next.atMs);
        await settle();
      }
      nowMs = untilMs;
    },
    leap: async (ms) => {
      nowMs += ms;
      await settle();
    },
    settle,
  };
}
