import type { FastifyRequest } from 'fastify';
import type { Device, Door, Session } from './ports.ts';
import { secretHash } from './tokens.ts';
import { WireFailure } from './wire-failure.ts';

export type KnownSession = Session & { readonly tokenHash: string };

/** Who sends a request, by the token that it shows. */
export type Identify = {
  /** Throws unknown-device. */
  device(request: FastifyRequest): Promise<Device>;
  /** Throws signed-out. A session that is used goes on. */
  session(request: FastifyRequest): Promise<KnownSession>;
  /** The session of the request, of either kind, is over, and is not remembered either. Throws signed-out where there was none. */
  leave(request: FastifyRequest): Promise<void>;
};

/** A session ends so long after it was last used: three days, a weekend with its Friday. */
export const sessionMs = 72 * 3_600_000;
/** One that decides ends so long after it was opened, whatever is done with it. */
export const decidesMs = 12 * 3_600_000;
const extendAfterMs = 3_600_000;
/** For so long an answer of the database is believed: another process may have taken a device out. */
const rememberMs = 5_000;
const rememberAtMost = 5_000;

export function identifyBy(door: Door, clock: () => number): Identify {
  const devices = remember<Device>(clock);
  const sessions = remember<Session>(clock);
  return {
    device: async (request) => {
      const hash = tokenHashOf(request);
      const device = hash === undefined ? undefined : await devices.get(hash, () => door.deviceByToken(hash));
      if (device === undefined) throw new WireFailure('unknown-device');
      return device;
    },
    session: async (request) => {
      const tokenHash = tokenHashOf(request);
      if (tokenHash === undefined) throw new WireFailure('signed-out');
      const session = await sessions.get(tokenHash, () => openSession(tokenHash));
      if (session === undefined || session.untilMs <= clock()) throw new WireFailure('signed-out');
      return { ...session, tokenHash };
    },
    leave: async (request) => {
      const tokenHash = tokenHashOf(request);
      if (tokenHash === undefined || !(await door.closeSession(tokenHash))) throw new WireFailure('signed-out');
      sessions.forget(tokenHash);
    },
  };

  async function openSession(tokenHash: string): Promise<Session | undefined> {
    const session = await door.sessionByToken(tokenHash, clock());
    const untilMs = clock() + sessionMs;
    if (session === undefined || untilMs - session.untilMs < extendAfterMs) return session;
    await door.extendSession(tokenHash, untilMs);
    return { ...session, untilMs };
  }
}

function tokenHashOf({ headers: { authorization = '' } }: FastifyRequest): string | undefined {
  const token = /^Bearer ([\w-]{20,200})$/.exec(authorization)?.[1];
  return token === undefined ? undefined : secretHash(token);
}

/** Asks once for all who want to know at the same time. What is not there is asked for again. */
function remember<Value>(clock: () => number) {
  const known = new Map<string, { readonly value: Promise<Value | undefined>; readonly untilMs: number }>();
  return {
    get: async (key: string, ask: () => Promise<Value | undefined>): Promise<Value | undefined> => {
      const found = known.get(key);
      if (found !== undefined && found.untilMs > clock()) return found.value;
      const value = ask();
      known.delete(key);
      known.set(key, { value, untilMs: clock() + rememberMs });
      const [oldest] = known.keys();
      if (known.size > rememberAtMost && oldest !== undefined) known.delete(oldest);
      const forgetIfNone = (none: boolean): void => {
        if (none && known.get(key)?.value === value) known.delete(key);
      };
      value.then(
        (answer) => forgetIfNone(answer === undefined),
        () => forgetIfNone(true),
      );
      return value;
    },
    forget: (key: string): void => void known.delete(key),
  };
}
