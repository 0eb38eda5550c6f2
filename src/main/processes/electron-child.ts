import { type MessagePortMain, utilityProcess } from 'electron';
import type { ChildOptions, ChildOrder, Exit } from './child.ts';

export type ElectronChild = {
  readonly pid: number | undefined;
  /** Hands the port over: from then on main does not see what goes through it. */
  give(name: string, port: MessagePortMain): void;
  onExit(listener: (why: Exit) => void): void;
  stop(graceMs: number): Promise<void>;
  kill(): void;
};

/** Starts a process as Electron's utility process: the way on a current Electron. Runs in Electron's main process. */
export function startElectronChild(options: ChildOptions): ElectronChild {
  const child = utilityProcess.fork(options.entry, [], { serviceName: `Fakturist ${options.name}`, stdio: 'pipe' });
  child.stdout?.setEncoding('utf8').on('data', options.log);
  child.stderr?.setEncoding('utf8').on('data', options.log);
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code) => resolve({ code, signal: null })));

  const order = (message: ChildOrder) => child.postMessage(message);
  order({ kind: 'start', settings: options.settings });

  const kill = () => {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  };
  return {
    get pid() {
      return child.pid;
    },
    give: (name, port) => child.postMessage({ kind: 'open', name }, [port]),
    onExit: (listener) => exited.then(listener),
    async stop(graceMs) {
      order({ kind: 'stop' });
      const timer = setTimeout(kill, graceMs);
      await exited;
      clearTimeout(timer);
    },
    kill,
  };
}
