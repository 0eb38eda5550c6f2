import { LinkError, type Scheduler } from './ports.ts';

/** What to do after an attempt that went well: the next at once, or when poked, or after `restMs` at the latest. */
export type Next = 'again' | 'rest';

export type Repeating = {
  /** There is something to do: tries at once, whatever it was waiting for. */
  poke(): void;
  stop(): void;
};

export const restMs = 30_000;
const firstDelayMs = 500;
const longestDelayMs = 60_000;

/**
 * Tries for ever, one attempt at a time. A failure is followed by another attempt after 0.5 s, doubling to 60 s, with jitter, or after as
 * long as the server asks. Every wait ends in an attempt: there is no state that only something new from outside leads out of.
 */
export function repeat(
  scheduler: Scheduler,
  attempt: () => Promise<Next>,
  onFailure: (error: unknown) => void = () => {},
): Repeating {
  let callOff: (() => void) | undefined;
  let running = false;
  let poked = false;
  let stopped = false;
  let failures = 0;

  async function run(): Promise<void> {
    if (stopped) return;
    if (running) {
      poked = true;
      return;
    }
    running = true;
    callOff?.();
    const delayMs = await tryOnce();
    running = false;
    if (stopped) return;
    if (poked && failures === 0) {
      poked = false;
      void run();
    } else callOff = scheduler.after(delayMs, () => void run());
  }

  async function tryOnce(): Promise<number> {
    try {
      const next = await attempt();
      failures = 0;
      return next === 'again' ? 0 : restMs;
    } catch (error) {
      failures += 1;
      poked = false;
      onFailure(error);
      const backoff = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1)) * (0.5 + scheduler.random() / 2);
      return Math.max(backoff, error instanceof LinkError ? (error.retryAfterMs ?? 0) : 0);
    }
  }

  return {
    poke: () => void run(),
    stop: () => {
      stopped = true;
      callOff?.();
    },
  };
}
