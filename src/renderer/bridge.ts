import { enginePortMessage, type PageBridge } from '../shared/contract/page-bridge.ts';
import type { Port } from '../shared/contract/port.ts';

declare global {
  interface Window {
    /** Given by the preload; missing where the page runs in an ordinary browser. */
    readonly fakturist?: PageBridge;
  }
}

export const bridge = (): PageBridge | undefined => window.fakturist;

/** Calls back with each port that the preload hands over: the first, and one more each time the engine was started anew. */
export function listenForPorts(onPort: (port: Port) => void): void {
  window.addEventListener('message', ({ data, ports, source }) => {
    const port = ports[0];
    if (source === window && data === enginePortMessage && port !== undefined) onPort(toPort(port));
  });
  bridge()?.connect();
}

export function toPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = ({ data }) => listener(data);
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  };
}
