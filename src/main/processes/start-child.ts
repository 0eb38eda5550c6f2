import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, MessageChannelMain } from 'electron';
import type { Child, ChildOptions, PipeEnd } from './child.ts';
import { startElectronChild } from './electron-child.ts';
import { electronPort } from './electron-port.ts';
import { joinPorts, makePortPair } from './join-ports.ts';
import { startNodeChild } from './node-child.ts';

/**
 * The one place that decides how the engine and the readers start. Runs in Electron's main process.
 *
 * better-sqlite3 needs Node-API 10, which Electron has from version 36. On a current Electron each is a utility process with
 * ports of its own. On the older Electron that stands in for it in development and tests, each runs under the Node 24 that
 * comes with the dependencies, and main passes the messages on.
 */
export const runsUnderElectron = Number(process.versions.napi) >= 10;

export function startChild(options: ChildOptions): Child {
  return runsUnderElectron && !quarrelsWithElectron(options) ? startUnderElectron(options) : startUnderNode(options);
}

/**
 * On Linux the readers' image library and Electron both bring GLib, and one process with both is reported to crash (sharp's issues 4522
 * and 4525). Where the dependencies' Node is at hand, readers run under it. Windows and macOS are not affected.
 */
function quarrelsWithElectron({ name }: ChildOptions): boolean {
  return process.platform === 'linux' && name === 'reader' && existsSync(nodeOfDependencies());
}

const nodeOfDependencies = (): string => join(app.getAppPath(), 'node_modules', 'node', 'bin', 'node');

/** Two ends that belong together, one for each of two children. */
export function makePipe(): [PipeEnd, PipeEnd] {
  if (!runsUnderElectron) return makePortPair();
  const { port1, port2 } = new MessageChannelMain();
  return [port1, port2];
}

function startUnderElectron(options: ChildOptions): Child {
  const child = startElectronChild(options);
  return {
    get pid() {
      return child.pid;
    },
    connect(name, end) {
      if ('post' in end) throw new Error('A utility process takes ports of Electron only.');
      child.give(name, end);
    },
    onExit: child.onExit,
    stop: child.stop,
    kill: child.kill,
  };
}

function startUnderNode(options: ChildOptions): Child {
  const child = startNodeChild({ ...options, node: nodeOfDependencies() });
  return {
    pid: child.pid,
    connect: (name, end) => joinPorts(child.open(name), 'post' in end ? end : electronPort(end)),
    onExit: child.onExit,
    stop: child.stop,
    kill: child.kill,
  };
}
