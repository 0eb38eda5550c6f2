import type { Child } from './child.ts';

export type Kept = {
  /** The process that runs now, if one does. */
  current(): Child | undefined;
  stop(graceMs: number): Promise<void>;
};

/** Waits before each new try: at once, then half a second, doubled up to ten seconds. */
export const restartDelayMs = (tries: number): number => (tries === 0 ? 0 : Math.min(500 * 2 ** (tries - 1), 10_000));

/** A process that has lived for this long was well: the next try after it is at once again. */
const wellMs = 20_000;

/** Keeps one process running: whenever it exits it is started again. Runs in Electron's main process. */
export function keepRunning(options: {
  readonly name: string;
  readonly start: () => Child;
  readonly started: (child: Child) => void;
  readonly log: (text: string) => void;
  /** How long it is waited before each new try. */
  readonly delayMs?: (tries: number) => number;
}): Kept {
  const { delayMs: waits = restartDelayMs } = options;
  let child: Child | undefined;
  let tries = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function start() {
    const startedAtMs = performance.now();
    const running = options.start();
    child = running;
    running.onExit(({ code, signal }) => {
      child = undefined;
      if (stopped) return;
      if (performance.now() - startedAtMs > wellMs) tries = 0;
      const delayMs = waits(tries);
      tries += 1;
      options.log(`${options.name} ended (${signal ?? `status ${code}`}); starting again in ${delayMs} ms\n`);
      timer = setTimeout(start, delayMs);
    });
    options.started(running);
  }

  start();
  return {
    current: () => child,
    async stop(graceMs) {
      stopped = true;
      clearTimeout(timer);
      await child?.stop(graceMs);
    },
  };
}
