import { fork } from 'node:child_process';
import type { Port } from '../../shared/contract/port.ts';
import { fromText, losesItsPlace, toText, wantsText } from './bytes-as-text.ts';
import { type ChannelMessage, makeChannels } from './channels.ts';
import type { ChildOptions, ChildOrder, Exit } from './child.ts';

export type NodeChild = {
  readonly pid: number | undefined;
  /** Makes a pipe to the child, which knows it by this name. */
  open(name: string): Port;
  onExit(listener: (why: Exit) => void): void;
  stop(graceMs: number): Promise<void>;
  kill(): void;
};

/**
 * Starts a process under a Node binary, for tests, the command line and an Electron whose own Node is too old for the engine.
 * Everything goes through the parent, each port in a channel of its own. No Electron here.
 */
export function startNodeChild(options: ChildOptions & { readonly node: string }): NodeChild {
  const asText = options.name === 'reader' && losesItsPlace(process.versions.node);
  const child = fork(options.entry, [], {
    execPath: options.node,
    execArgv: [],
    env: { ...givesMemoryBack, ...withoutElectron(process.env), ...(asText && { [wantsText]: '1' }) },
    serialization: asText ? 'json' : 'advanced', // the latter passes bytes as bytes
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.setEncoding('utf8').on('data', options.log);
  child.stderr?.setEncoding('utf8').on('data', options.log);

  /** A child may be gone before we hear of it; what was on its way then goes with it. */
  const send = (message: ChildOrder | ChannelMessage) => {
    if (child.connected) child.send((asText ? toText(message) : message) as ChannelMessage, () => {});
  };
  const channels = makeChannels(send);
  child.on('message', (message) => channels.receive((asText ? fromText(message) : message) as ChannelMessage));

  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => {
      options.log(`${error.message}\n`);
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
  exited.then(channels.end);
  send({ kind: 'start', settings: options.settings });

  const kill = () => child.kill('SIGKILL');
  return {
    pid: child.pid,
    open: channels.open,
    onExit: (listener) => exited.then(listener),
    async stop(graceMs) {
      send({ kind: 'stop' });
      const timer = setTimeout(kill, graceMs);
      await exited;
      clearTimeout(timer);
    },
    kill,
  };
}

/** glibc would keep what page pictures took, a third of a reader's memory; other systems do not know these. */
const givesMemoryBack = { MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_ARENA_MAX: '2' };

/** Without the variables that would turn another program's Node into Electron's. */
function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = env;
  return rest;
}
