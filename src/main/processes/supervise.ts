import type { Child, PipeEnd } from './child.ts';
import { type Kept, keepRunning } from './keep-running.ts';

export type Supervisor = {
  /** The engine that runs now. Between two of them there is none. */
  engine(): Child | undefined;
  /** Called when the window is there: readers start with half a second of work each, which would keep it waiting. */
  startReaders(): void;
  stop(): Promise<void>;
};

/**
 * Keeps the engine and its readers running, and joins each reader to the engine. Runs in Electron's main process; how a process
 * starts is an argument, so that tests run it without Electron.
 *
 * A reader ends itself when its engine has gone; it is then started anew and joined to the new one.
 */
export function supervise(options: {
  readonly startEngine: () => Child;
  readonly startReader: (forClerk: boolean) => Child;
  /** Readers of pages. */
  readonly readerCount: number;
  /** One more reader, kept free for the places on a page that a clerk wants read now. */
  readonly clerkReader?: boolean;
  readonly makePipe: () => [PipeEnd, PipeEnd];
  /** A new engine runs: whoever was joined to the old one needs a new port. */
  readonly engineStarted: (engine: Child) => void;
  readonly log: (text: string) => void;
  /** How long it is waited before a process is started again; missing: longer each time that it goes. */
  readonly delayMs?: (tries: number) => number;
}): Supervisor {
  const { log, delayMs } = options;
  const keeping = { log, ...(delayMs !== undefined && { delayMs }) };
  const readers: { readonly kept: Kept; readonly forClerk: boolean }[] = [];
  let engine: Child | undefined;
  let stopped = false;

  function join(reader: Child, forClerk: boolean) {
    if (engine === undefined) return;
    const [engineEnd, readerEnd] = options.makePipe();
    engine.connect(forClerk ? 'clerk-reader' : 'reader', engineEnd);
    reader.connect('engine', readerEnd);
  }

  function keepReader(name: string, forClerk: boolean) {
    const started = (child: Child) => join(child, forClerk);
    const kept = keepRunning({ name, start: () => options.startReader(forClerk), started, ...keeping });
    readers.push({ kept, forClerk });
  }

  const keptEngine = keepRunning({
    name: 'engine',
    start: options.startEngine,
    started(child) {
      engine = child;
      child.onExit(() => {
        if (engine === child) engine = undefined;
      });
      for (const { kept, forClerk } of readers) {
        const running = kept.current();
        if (running !== undefined) join(running, forClerk);
      }
      options.engineStarted(child);
    },
    ...keeping,
  });
  return {
    engine: () => engine,
    startReaders() {
      if (stopped || readers.length > 0) return;
      for (let number = 1; number <= options.readerCount; number += 1) keepReader(`reader ${number}`, false);
      if (options.clerkReader === true) keepReader('reader for the clerk', true);
    },
    async stop() {
      stopped = true;
      const engineStops = keptEngine.stop(8_000);
      await Promise.all([engineStops, ...readers.map(({ kept }) => kept.stop(1_000))]);
    },
  };
}
