import type { PersonId } from '../shared/base/ids.ts';
import { type Engine, EngineError, type Notice, type Session } from '../shared/contract/engine.ts';
import type { Port } from '../shared/contract/port.ts';
import { connectEngine } from '../shared/contract/rpc.ts';
import { uuid } from '../shared/contract/uuid.ts';

export type Connection = 'connecting' | 'connected' | 'reconnecting';

/** The one door to the engine. Its `engine` stays the same object while engines come and go behind it. */
export type EngineClient = {
  readonly engine: Engine;
  readonly connection: () => Connection;
  /** Calls back when the connection changes; gives back the way to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly take: (engine: Engine) => Promise<void>;
  readonly lose: () => void;
};

/** A question is asked again this many times when the engine goes before it has answered. */
const mostTries = 4;

export function makeEngineClient(): EngineClient {
  let held: Engine | undefined;
  let state: Connection = 'connecting';
  let stopNotices = () => {};
  const connectionListeners = new Set<() => void>();
  const noticeListeners = new Set<(notice: Notice) => void>();
  const waiting = new Set<(engine: Engine) => void>();
  let sitting: PersonId | undefined;
  let newest: Engine | undefined;

  const become = (next: Connection) => {
    state = next;
    for (const listener of connectionListeners) listener();
  };
  const whenThere = (): Promise<Engine> =>
    held === undefined ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve(held);
  const now = (): Engine => {
    if (held === undefined) throw new EngineError('gone');
    return held;
  };

  /** Asks the engine that is there, and the next one when it goes before it has answered. */
  async function untilAnswered<T>(ask: (engine: Engine) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const asked = await whenThere();
      try {
        return await ask(asked);
      } catch (error) {
        if (!isGone(error) || tries === mostTries) throw error;
        if (held === asked) await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  const engine: Engine = {
    // A question changes nothing, and a command is done once under its id: both can be sent to the next engine.
    query: (name, input) => untilAnswered((asked) => asked.query(name, input)),
    execute: (name, input, commandId = uuid()) => untilAnswered((asked) => asked.execute(name, input, commandId)),
    task: async (name, input) => {
      const result = await now().task(name, input);
      // A password is not kept, so after `session/sign-in` the next engine asks for it again.
      if (name === 'session/sign-in') sitting = undefined;
      if (name === 'session/choose-person' || name === 'session/lock') sitting = (result as Session).person?.id;
      return result;
    },
    onNotice: (listener) => {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
  };

  return {
    engine,
    connection: () => state,
    subscribe: (listener) => {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    take: async (next) => {
      // An engine that was started anew does not know who sits here; the clerk has not left.
      newest = next;
      if (sitting !== undefined) await next.task('session/choose-person', { personId: sitting }).catch(() => {});
      if (newest !== next) return; // it went, or another came meanwhile
      stopNotices();
      stopNotices = next.onNotice((notice) => {
        for (const listener of noticeListeners) listener(notice);
      });
      held = next;
      for (const resolve of waiting) resolve(next);
      waiting.clear();
      become('connected');
    },
    lose: () => {
      held = undefined;
      newest = undefined;
      become(state === 'connecting' ? 'connecting' : 'reconnecting');
    },
  };
}

export const isGone = (error: unknown): boolean => error instanceof EngineError && error.code === 'gone';

/** Takes the engine at the other end of a port, until that end goes or another port comes. */
export function takePort(client: EngineClient, port: Port): void {
  let closed = false;
  const engine = connectEngine({
    ...port,
    onClose: (listener) =>
      port.onClose(() => {
        closed = true;
        listener();
        if (current === engine) client.lose();
      }),
  });
  current = engine;
  if (!closed) void client.take(engine);
}
let current: Engine | undefined;
