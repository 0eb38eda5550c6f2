import type { Head } from '../shared/run/store.ts';
import type { Recent } from './recent.ts';

/** A workstation that wants to know when there is something to fetch. */
export type Listener = {
  /** Told the head when the log has grown. */
  head(head: Head): void;
  /** The rights of somebody have changed: theirs, perhaps. */
  grantsChanged(): void;
};

export type Hints = {
  /** This process has committed. */
  committed(): void;
  /** Gives back the way to stop. */
  listen(listener: Listener): () => void;
  listeners(): number;
  stop(): Promise<void>;
};

/** So often the head is read for commits of other processes. */
const lookEveryMs = 150;
/** Two hints are at least so far apart: at a thousand commands a second nobody wants one for each. */
const apartMs = 20;

/** Tells of commits, in memory: first the end of the log is read once, and then all are told at once. */
export function startHints(recent: Recent, failed: (error: unknown) => void): Hints {
  const listeners = new Set<Listener>();
  let told = recent.head().seq;
  let wanted = false;
  let stopped = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      try {
        const { grantsChanged } = await recent.refresh();
        tell(grantsChanged);
      } catch (error) {
        failed(error);
      }
      await new Promise((resolve) => setTimeout(resolve, apartMs));
    }
    working = undefined;
  }

  function tell(grantsChanged: boolean): void {
    const head = recent.head();
    if (grantsChanged) for (const listener of listeners) listener.grantsChanged();
    if (head.seq === told) return;
    told = head.seq;
    for (const listener of listeners) listener.head(head);
  }

  const look = (): void => {
    wanted = true;
    working ??= work();
  };
  const looking = setInterval(look, lookEveryMs);
  return {
    committed: look,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listeners: () => listeners.size,
    stop: async () => {
      stopped = true;
      clearInterval(looking);
      await working;
    },
  };
}
