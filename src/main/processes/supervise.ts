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
  readonly startReader: () => Child;
  readonly readerCount: number;
  readonly makePipe: () => [PipeEnd, PipeEnd];
  /** A new engine runs: whoever was joined to the old one needs a new port. */
  readonly engineStarted: (engine: Child) => void;
  readonly log: (text: string) => void;
}): Supervisor {
  const readers: Kept[] = [];
  let engine: Child | undefined;
  let stopped = false;

  function join(reader: Child) {
    if (engine === undefined) return;
    const [engineEnd, readerEnd] = options.makePipe();
    engine.connect('reader', engineEnd);
    reader.connect('engine', readerEnd);
  }

  const keptEngine = keepRunning({
    name: 'engine',
    start: options.startEngine,
    started(child) {
      engine = child;
      child.onExit(() => {
        if (engine === child) engine = undefined;
      });
      for (const reader of readers) {
        const running = reader.current();
        if (running !== undefined) join(running);
      }
      options.engineStarted(child);
    },
    log: options.log,
  });
  return {
    engine: () => engine,
    startReaders() {
      while (!stopped && readers.length < options.readerCount) {
        const name = `reader ${readers.length + 1}`;
        readers.push(keepRunning({ name, start: options.startReader, started: join, log: options.log }));
      }
    },
    async stop() {
      stopped = true;
      const engineStops = keptEngine.stop(8_000);
      await Promise.all([engineStops, ...readers.map((reader) => reader.stop(1_000))]);
    },
  };
}
