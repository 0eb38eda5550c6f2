import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { passwordHash } from '../../src/server/passwords.ts';
import { type ServerOptions, startServer } from '../../src/server/start-server.ts';
import { newEnrolmentCode, plainCode, secretHash } from '../../src/server/tokens.ts';
import type { PersonId } from '../../src/shared/base/ids.ts';
import {
  type ChangesPage,
  changesPage,
  enrolled,
  type PushAnswer,
  pushAnswer,
  type SentCommand,
  type SignedIn,
  type SnapshotLine,
  signedIn,
  snapshotLine,
  wireError,
  wireHeader,
} from '../../src/shared/contract/wire.ts';
import { program, type Role } from '../../src/shared/domain/access/index.ts';
import { needsOwnSession } from '../../src/shared/run/commands/own-session.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import { aDatabase } from '../make/postgres.ts';
import { aFolder, serverMigrations } from '../make/workspace.ts';

export const password = 'ett långt lösenord';
export const hashOfPassword = passwordHash(password);

/** Anna works in the north, Bo in the south, and Cecilia administers. */
const people: readonly { readonly id: PersonId; readonly name: string; readonly role: Role; readonly within: string }[] = [
  { id: program, name: 'Fakturist', role: 'program', within: 'all' },
  { id: anna, name: 'Anna Berg', role: 'verification-clerk', within: 'north' },
  { id: bo, name: 'Bo Lind', role: 'verification-clerk', within: 'south' },
  { id: cecilia, name: 'Cecilia Ek', role: 'administrator', within: 'all' },
];
export const logins = new Map<string, PersonId>([
  ['anna', anna],
  ['bo', bo],
  ['cecilia', cecilia],
]);

export type TestServer = Awaited<ReturnType<typeof aServer>>;
export type TestDevice = Awaited<ReturnType<TestServer['enrol']>>;
export type TestSession = Awaited<ReturnType<TestDevice['signIn']>>;

/** A whole server on a database of its own. Nobody is known there. */
export async function aServer(options: Partial<ServerOptions> = {}) {
  const database = await aDatabase();
  const folder = aFolder();
  const server = await startServer({
    database: { url: database.url },
    migrationsFolder: serverMigrations,
    blobsFolder: join(folder.path, 'blobs'),
    ...options,
  });

  const ask = (path: string, init: RequestInit & { readonly token?: string } = {}): Promise<Response> =>
    fetch(`${server.address}${path}`, {
      ...init,
      headers: {
        [wireHeader]: '1',
        ...(init.token !== undefined && { authorization: `Bearer ${init.token}` }),
        ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
        ...init.headers,
      },
    });

  async function newCode(untilMs = Date.now() + 60_000): Promise<string> {
    const code = newEnrolmentCode();
    await server.parts.door.keepCode({ hash: secretHash(plainCode(code)), name: null, untilMs });
    return code;
  }

  async function enrol(name = 'Disk 1') {
    const response = await ask('/v1/devices', { method: 'POST', body: JSON.stringify({ code: await newCode(), name }) });
    const { device: id, token } = enrolled.parse(await response.json());
    return aDevice({ ask, id, token });
  }

  return {
    ...server,
    url: database.url,
    blobsFolder: join(folder.path, 'blobs'),
    ask,
    newCode,
    enrol,
    /** Of the log in the database; what is remembered of it may be a moment behind. */
    head: () => server.parts.store.read((moment) => moment.head()),
    /** People, their accounts, and a device. */
    found: async () => {
      const device = await enrol();
      const founders = people.map(({ id, name, role, within }) => {
        const grants = [{ id: uuid(), role, within }];
        return { id, name, initials: name.slice(0, 2), human: id !== program, grants };
      });
      await device.push([device.command('access/found-workspace', { people: founders }, program)]);
      for (const [login, person] of logins)
        await server.parts.door.keepAccount(login, { person, passwordHash: await hashOfPassword });
      return device;
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

type Ask = (path: string, init?: RequestInit & { readonly token?: string }) => Promise<Response>;

function aDevice({ ask, id, token }: { readonly ask: Ask; readonly id: string; readonly token: string }) {
  let dseq = 0;
  /** Who sits here, and the session that decides for that person. */
  let sitting: SignedIn | undefined;
  const command = (name: string, input: unknown, actor: PersonId, session?: string): SentCommand => {
    dseq += 1;
    const own = session ?? (needsOwnSession(name) && sitting?.person === actor ? sitting.decides : undefined);
    const sent = { id: uuid(), dseq, name, version: 1, input, actor, leaseToken: null, issuedAtMs: Date.now() };
    return { ...sent, ...(own !== undefined && { session: own }) };
  };
  return {
    id,
    token,
    /** The next command of this device, with the session that the person has here, or with this one. */
    command,
    receiveFile: (unitId: string, sha256: string, actor: PersonId): SentCommand =>
      command('intake/receive-file', { fileId: uuid(), name: 'a.pdf', channel: 'dropped', sha256, sizeBytes: 3, unitId }, actor),
    pushed: (body: unknown): Promise<Response> => ask('/v1/commands', { method: 'POST', token, body: JSON.stringify(body) }),
    push: async (commands: readonly SentCommand[], epoch: number | null = null): Promise<PushAnswer> => {
      const body = JSON.stringify({ epoch, commands });
      return pushAnswer.parse(await (await ask('/v1/commands', { method: 'POST', token, body })).json());
    },
    /** Creates and sends a blob in one request. */
    sendBlob: async (bytes: Uint8Array<ArrayBuffer>, promised = sha256Of(bytes)): Promise<Response> =>
      ask('/v1/blobs', {
        method: 'POST',
        token,
        body: bytes,
        headers: {
          ...tusHeaders(promised),
          'upload-length': String(bytes.length),
          'content-type': 'application/offset+octet-stream',
        },
      }),
    signIn: async (login: string) => {
      const response = await ask('/v1/sign-in', { method: 'POST', token, body: JSON.stringify({ login, password }) });
      sitting = signedIn.parse(await response.json());
      return aSession(ask, sitting);
    },
  };
}

function aSession(ask: Ask, session: SignedIn) {
  const changed = (after: number, { epoch = 1, view = session.view, limit = 500 } = {}): Promise<Response> =>
    ask(`/v1/changes?epoch=${epoch}&after=${after}&view=${view}&limit=${limit}`, { token: session.token });
  return {
    ...session,
    changed,
    changes: async (after: number, limit?: number): Promise<ChangesPage> =>
      changesPage.parse(await (await changed(after, limit === undefined ? {} : { limit })).json()),
    snapshot: async (): Promise<SnapshotLine[]> => {
      const text = await (await ask('/v1/snapshot', { token: session.token })).text();
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.map((line) => snapshotLine.parse(JSON.parse(line)));
    },
    blob: (sha256: string, headers: Record<string, string> = {}): Promise<Response> =>
      ask(`/v1/blobs/${sha256}`, { token: session.token, headers }),
  };
}

export const tusHeaders = (sha256: string): Record<string, string> => ({
  'tus-resumable': '1.0.0',
  'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
});
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Bytes that are nobody else's. */
export const someBytes = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(randomUUID());

export async function refusal(response: Response): Promise<readonly [status: number, code: string]> {
  const { code } = wireError.parse(await response.json());
  return [response.status, code];
}
