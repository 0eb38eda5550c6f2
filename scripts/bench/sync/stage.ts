import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { door } from '../../../src/server/store/door.ts';
import { createDatabase, dropDatabase, startEmbeddedPostgres } from '../../../src/server/store/embedded.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { openPool } from '../../../src/server/store/pool.ts';
import { newToken, secretHash } from '../../../src/server/tokens.ts';
import type { PersonId } from '../../../src/shared/base/ids.ts';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import { needsOwnSession } from '../../../src/shared/run/commands/own-session.ts';
import type { Envelope } from '../../../src/shared/run/store.ts';
import { anInvoice, blobsOf, clerks, founding, type Invoice, keeper, takingIn, type Wanted } from './office.ts';
import { type BenchProcess, startProcess } from './processes.ts';
import type { Executed, Started } from './server-process.ts';

/** A device that is enrolled, with a person signed in at it. `dseq` counts on as it sends. */
export type Device = {
  readonly id: string;
  readonly token: string;
  readonly session: string;
  /** The session that decides of the one who keeps the register. */
  readonly keepers: string;
  readonly person: PersonId;
  dseq: number;
};

/** The PostgreSQL of the whole benchmark (fsync is on), and a folder for everything else. */
export type Stage = {
  readonly folder: string;
  readonly devices: readonly Device[];
  readonly invoices: readonly Invoice[];
  /** An office with invoices that nobody has begun with: a database of its own, that is gone after `work`. */
  withOffice<T>(name: string, work: (url: string, devices: readonly Device[]) => Promise<T>): Promise<T>;
  /** The same, with people and no invoices: kept to the end. */
  emptyOffice(name: string): Promise<string>;
  close(): Promise<void>;
};

const migrationsFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'migrations', 'server');

export async function setStage(counts: { readonly devices: number; readonly invoices: number }): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'fakturist-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })); // also when it is broken off
  chmodSync(folder, 0o711); // as root PostgreSQL runs as another user
  const cluster = await startEmbeddedPostgres(join(folder, 'postgres'));
  const close = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const devices = await foundOffice(await cluster.database('founded'), folder, counts.devices);
    const invoices = Array.from({ length: counts.invoices }, (_, number) => anInvoice(number));
    await takeIn(await createDatabase(cluster.administrator, 'office', 'founded'), folder, devices[0], invoices);
    return {
      folder,
      devices,
      invoices,
      emptyOffice: (name) => createDatabase(cluster.administrator, name, 'founded'),
      withOffice: async (name, work) => {
        const url = await createDatabase(cluster.administrator, name, 'office');
        try {
          return await work(
            url,
            devices.map((device) => ({ ...device })),
          );
        } finally {
          await dropDatabase(cluster.administrator, name);
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes the tables, enrols devices with a person signed in at each, and gives the people their roles. */
async function foundOffice(url: string, folder: string, count: number): Promise<readonly Device[]> {
  const pool = openPool(url);
  const devices: Device[] = [];
  try {
    await migrate(pool, migrationsFolder);
    const { keepCode, enrol, openSession } = door(pool);
    const untilMs = Date.now() + 86_400_000;
    for (let place = 0; place < count; place += 1) {
      const person = clerks[place % clerks.length];
      if (person === undefined) throw new Error('there are clerks');
      const device: Device = { id: uuid(), token: newToken(), session: newToken(), keepers: newToken(), person, dseq: 0 };
      await keepCode({ hash: device.id, name: null, untilMs });
      await enrol(device.id, { id: device.id, name: `Disk ${place + 1}`, tokenHash: secretHash(device.token) }, Date.now());
      await openSession(secretHash(device.session), { device: device.id, person, untilMs, kind: 'fetches' }, Date.now());
      await openSession(secretHash(device.keepers), { device: device.id, person: keeper, untilMs, kind: 'decides' }, Date.now());
      devices.push(device);
    }
  } finally {
    await pool.end();
  }
  await withServer(url, folder, async (server) => executeAll(server, sentBy(devices.slice(0, 1), [founding()])));
  return devices;
}

async function takeIn(url: string, folder: string, device: Device | undefined, invoices: readonly Invoice[]): Promise<void> {
  if (device === undefined) throw new Error('there is a device');
  const pool = openPool(url);
  await pool.query('INSERT INTO blob SELECT DISTINCT sha256, 1000, 0 FROM unnest($1::text[]) AS of_invoices (sha256)', [
    invoices.flatMap(blobsOf),
  ]);
  await pool.end();
  await withServer(url, folder, async (server) => executeAll(server, sentBy([device], invoices.flatMap(takingIn))));
}

/** Lets the devices send these in turn. */
export function sentBy(devices: readonly Device[], wanted: readonly Wanted[]): readonly Envelope[] {
  return wanted.map((each, place) => {
    const device = devices[place % devices.length];
    if (device === undefined) throw new Error('somebody sends');
    device.dseq += 1;
    const own = needsOwnSession(each.name) && { session: secretHash(device.keepers) };
    return { ...each, device: device.id, dseq: device.dseq, leaseToken: null, ...own };
  });
}

/** Throws when one of them is refused. */
export async function executeAll(server: BenchProcess, envelopes: readonly Envelope[]): Promise<Executed> {
  const executed = await server.ask<Executed>('execute', envelopes);
  const [refused] = executed.refused;
  if (refused !== undefined) throw new Error(`a command was refused: ${JSON.stringify(refused)}`);
  return executed;
}

/** The real server in a process of its own, on this database, as long as `work` goes on. */
export async function withServer<T>(
  url: string,
  folder: string,
  work: (server: BenchProcess, started: Started) => Promise<T>,
): Promise<T> {
  const server = startProcess('server-process.ts');
  try {
    return await work(server, await server.ask<Started>('start', { url, blobsFolder: join(folder, 'blobs') }));
  } finally {
    await server.stop();
  }
}
