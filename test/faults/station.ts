import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NodeChild, startNodeChild } from '../../src/main/processes/node-child.ts';
import { type CommandName, type Engine, EngineError, type InputOf, type SyncStatus } from '../../src/shared/contract/engine.ts';
import { connectEngine } from '../../src/shared/contract/rpc.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { resourcesFolder } from '../make/workspace.ts';
import { pause } from './cluster.ts';

const engineEntry = fileURLToPath(new URL('../../src/main/engine/index.ts', import.meta.url));
const readerEntry = fileURLToPath(new URL('../../src/main/reader/index.ts', import.meta.url));

/** What the station said of a command: saved, or why not. */
export type Said = { readonly id: string; readonly name: string; readonly saved: boolean; readonly code?: string };

/** An engine process with a clerk at it, who sends a command again under its id until the engine has answered. */
export type Station = {
  readonly workspace: string;
  readonly page: () => Engine;
  /** All that was said to be saved or refused here. */
  readonly said: Said[];
  do<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<Said>;
  status(): Promise<Extract<SyncStatus, { kind: 'joined' }>>;
  /** From now on: login and password, given again after each restart. */
  signIn(login: string, password: string): Promise<void>;
  startReader(): void;
  kill(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

export function startStation(workspace: string): Station {
  let child: NodeChild | undefined;
  let page: Engine | undefined;
  let signedIn: { login: string; password: string } | undefined;
  const readers: NodeChild[] = [];
  const said: Said[] = [];

  function start(): void {
    const settings = { workspace, resources: resourcesFolder, demonstration: false };
    const started = startNodeChild({ entry: engineEntry, name: 'engine', settings, log: () => {}, node: process.execPath });
    child = started;
    page = connectEngine(started.open('page'));
  }

  function startReader(): void {
    const settings = { ocrDataPath: join(resourcesFolder, 'ocr') };
    const reader = startNodeChild({ entry: readerEntry, name: 'reader', settings, log: () => {}, node: process.execPath });
    readers.push(reader);
    const own = child?.open('reader');
    const theirs = reader.open('engine');
    own?.onMessage((message) => theirs.post(message));
    theirs.onMessage((message) => own?.post(message));
  }

  const current = (): Engine => {
    if (page === undefined) throw new EngineError('gone');
    return page;
  };

  /** Asks until there is an answer; says who one is when the engine has forgotten. */
  async function ask<T>(call: (engine: Engine) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const lost = pause(20_000).then(() => Promise.reject(new EngineError('gone')));
        return await Promise.race([call(current()), lost]);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        if (error.code === 'no-person' && signedIn !== undefined)
          await current()
            .task('session/sign-in', signedIn)
            .catch(() => pause(100));
        else if (error.code === 'gone') await pause(50);
        else throw error;
      }
    }
  }

  start();
  return {
    workspace,
    page: current,
    said,
    start,
    startReader,
    do: async (name, input) => {
      const id = uuid();
      const line = await ask((engine) => engine.execute(name, input, id)).then(
        (result): Said => (result.ok ? { id, name, saved: true } : { id, name, saved: false, code: result.error.code }),
        (error: unknown): Said => ({ id, name, saved: false, code: diskFull(error) }),
      );
      said.push(line);
      return line;
    },
    status: async () => {
      const status = await ask((engine) => engine.query('sync/status', {}));
      if (status.kind === 'alone') throw new Error('the station has not joined');
      return status;
    },
    signIn: async (login, password) => {
      signedIn = { login, password };
      await ask((engine) => engine.task('session/sign-in', { login, password }));
    },
    kill: () =>
      new Promise((resolve) => {
        const dying = child;
        child = undefined;
        page = undefined;
        if (dying === undefined) return resolve();
        dying.onExit(() => resolve());
        dying.kill();
      }),
    stop: async () => {
      await Promise.all([child, ...readers].map((process) => process?.stop(5_000)));
    },
  };
}

/** The disk said no, and so did the station: nothing was said to be saved. */
function diskFull(error: unknown): string {
  if (error instanceof EngineError && error.code === 'disk-full') return error.code;
  throw error;
}
