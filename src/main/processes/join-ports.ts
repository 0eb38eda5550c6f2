import type { Port } from '../../shared/contract/port.ts';
import { makeMailbox } from './mailbox.ts';

/** Passes on what comes at either port to the other, and the end of one to the other. Runs in Electron's main process. */
export function joinPorts(one: Port, other: Port): void {
  one.onMessage((message) => other.post(message));
  other.onMessage((message) => one.post(message));
  one.onClose(() => other.close());
  other.onClose(() => one.close());
}

/** Two ports in one process: what is posted at one arrives at the other, in order. Runs anywhere. */
export function makePortPair(): [Port, Port] {
  const [left, right] = [makeMailbox(), makeMailbox()];
  const makeEnd = (own: typeof left, other: typeof left): Port => ({
    post: (message) => queueMicrotask(() => other.deliver(message)),
    onMessage: own.onMessage,
    onClose: own.onClose,
    close: () => queueMicrotask(() => other.end()),
  });
  return [makeEnd(left, right), makeEnd(right, left)];
}
