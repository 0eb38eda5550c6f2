import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import {
  changesPage,
  enrolled,
  type Founded,
  type FoundingLine,
  founded,
  pushAnswer,
  type SignedIn,
  signedIn,
} from '../../../shared/contract/wire.ts';
import type { Blobs } from '../blobs.ts';
import { ask, askFor } from './http-requests.ts';
import { type Link, LinkError } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { isThere, sendBlob, type UploadNotes } from './send-blob.ts';

/** The server over HTTP, for a workstation that is enrolled there. */
export type HttpLink = Link & {
  /** Throws LinkError `wrong-password` and the like. */
  signIn(login: string, password: string): Promise<SignedIn>;
  signOut(sessionToken: string): Promise<void>;
  /** Whether the server answers at all, whatever it answers. */
  isReachable(): Promise<boolean>;
  /** Whether the server holds the blob whole. */
  hasBlob(sha256: string): Promise<boolean>;
  /** Fetches a blob, and keeps it when its bytes are those that its name says. False: the server has none for this person. */
  fetchBlob(sha256: string): Promise<boolean>;
  /** Gives an empty server this log as its own. Throws LinkError `already-founded`. */
  found(lines: AsyncIterable<FoundingLine>): Promise<Founded>;
};

export type LinkOptions = {
  readonly address: string;
  readonly deviceToken: string;
  readonly session: SessionToken;
  readonly blobs: Blobs;
  readonly notes: UploadNotes;
};
/** The token of the person for whom is fetched. */
export type SessionToken = {
  /** Undefined: nobody is signed in. */
  get(): Promise<string | undefined>;
  /** The server does not know it any more. */
  lost(token: string): void;
};

/** A code is shown once, by a workstation that is not enrolled yet. Throws LinkError. */
export const enrol = (address: string, code: string, name: string) =>
  askFor(enrolled, address, '/v1/devices', { method: 'POST', body: { code, name } });

const reachableMs = 5_000;
/** A log may be long on its way, and long being written. */
const foundingMs = 3_600_000;

export function httpLink({ address, deviceToken, session, blobs, notes }: LinkOptions): HttpLink {
  /** Asks in the name of the person for whom is fetched. */
  async function asPerson<T>(work: (token: string) => Promise<T>): Promise<T> {
    const token = await session.get();
    if (token === undefined) throw new LinkError('signed-out');
    try {
      return await work(token);
    } catch (error) {
      if (error instanceof LinkError && error.code === 'signed-out') session.lost(token);
      throw error;
    }
  }

  return {
    push: (body) => askFor(pushAnswer, address, '/v1/commands', { method: 'POST', token: deviceToken, body }),
    changes: ({ epoch, after, view, limit }) =>
      asPerson((token) => {
        const query = new URLSearchParams({ epoch: `${epoch}`, after: `${after}`, view, limit: `${limit}` });
        return askFor(changesPage, address, `/v1/changes?${query}`, { token });
      }),
    snapshot: async function* () {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), reachableMs * 6);
      const response = await asPerson((token) => ask(address, '/v1/snapshot', { token, signal: stop.signal })).finally(() =>
        clearTimeout(timer),
      );
      if (response.body !== null) yield* readSnapshot(response.body, stop);
    },
    sendBlob: (sha256) => sendBlob({ address, token: deviceToken, notes }, { sha256, path: blobs.pathOf(sha256) }),
    signIn: (login, password) =>
      askFor(signedIn, address, '/v1/sign-in', { method: 'POST', token: deviceToken, body: { login, password } }),
    signOut: async (token) => void (await ask(address, '/v1/sign-out', { method: 'POST', token })),
    isReachable: () =>
      ask(address, '/v1/nothing', { token: deviceToken, signal: AbortSignal.timeout(reachableMs) }).then(
        () => true,
        (error) => error instanceof LinkError && error.code !== 'unreachable' && error.code !== 'busy',
      ),
    hasBlob: (sha256) => isThere(address, deviceToken, sha256),
    fetchBlob: async (sha256) => {
      try {
        const response = await asPerson((token) =>
          ask(address, `/v1/blobs/${sha256}`, { token, signal: AbortSignal.timeout(foundingMs) }),
        );
        return response.body !== null && (await blobs.putStream(Readable.fromWeb(response.body as never), sha256)); // the same stream, by two libraries' names
      } catch (error) {
        if (error instanceof LinkError && error.code === 'not-found') return false;
        throw error;
      }
    },
    found: (lines) => {
      const packed = createGzip();
      void write(lines, packed).catch((error) => packed.destroy(error));
      return askFor(founded, address, '/v1/founding', {
        method: 'POST',
        token: deviceToken,
        signal: AbortSignal.timeout(foundingMs),
        stream: {
          body: Readable.toWeb(packed) as ReadableStream, // as above
          headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
        },
      });
    },
  };
}

async function write(lines: AsyncIterable<FoundingLine>, to: Writable): Promise<void> {
  for await (const line of lines) if (!to.write(`${JSON.stringify(line)}\n`)) await once(to, 'drain');
  to.end();
}
