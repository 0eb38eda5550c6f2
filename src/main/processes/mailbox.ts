/**
 * The listening half of a Port, used by every adapter: what comes before there is a listener is kept, and the end is told once.
 * Runs in any process.
 */
export type Mailbox = {
  deliver(message: unknown): void;
  /** The other side has gone. */
  end(): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
};

export function makeMailbox(): Mailbox {
  let kept: unknown[] = [];
  let listener: ((message: unknown) => void) | undefined;
  const closeListeners: (() => void)[] = [];
  let ended = false;

  return {
    deliver(message) {
      if (ended) return;
      if (listener === undefined) kept.push(message);
      else listener(message);
    },
    end() {
      if (ended) return;
      ended = true;
      for (const closed of closeListeners) closed();
    },
    onMessage(next) {
      listener = next;
      const waiting = kept;
      kept = [];
      for (const message of waiting) next(message);
    },
    onClose(next) {
      if (ended) next();
      else closeListeners.push(next);
    },
  };
}
