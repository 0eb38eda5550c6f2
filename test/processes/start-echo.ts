import { fileURLToPath } from 'node:url';
import type { Child } from '../../src/main/processes/child.ts';
import { joinPorts } from '../../src/main/processes/join-ports.ts';
import { type NodeChild, startNodeChild } from '../../src/main/processes/node-child.ts';
import type { Port } from '../../src/shared/contract/port.ts';

const entry = fileURLToPath(new URL('./fixtures/echo-child.ts', import.meta.url));

/** Starts the echo child under the Node that runs the tests. */
export function startEcho(settings: Record<string, string> = {}, log: (text: string) => void = () => {}): NodeChild {
  return startNodeChild({ entry, name: 'echo', settings, log, node: process.execPath });
}

/** The echo child as main sees the engine or a reader. */
export function startEchoAsChild(): Child {
  const child = startEcho();
  return {
    ...child,
    connect(name, end) {
      if (!('post' in end)) throw new Error('no Electron here');
      joinPorts(child.open(name), end);
    },
  };
}

export const nextMessage = (port: Port): Promise<unknown> => new Promise((resolve) => port.onMessage(resolve));
export const closed = (port: Port): Promise<void> => new Promise((resolve) => port.onClose(resolve));

export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
