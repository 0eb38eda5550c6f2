import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { ServerLogStore } from './log-store.ts';
import type { BlobRegister, Door, ReadRows } from './ports.ts';
import type { ReadTail } from './recent.ts';
import { blobRegister } from './store/blob-register.ts';
import { deriveAnew } from './store/derive-anew.ts';
import { door } from './store/door.ts';
import { startEmbeddedPostgres } from './store/embedded.ts';
import { readTail } from './store/log-tail.ts';
import { migrate } from './store/migrate.ts';
import { openPool } from './store/pool.ts';
import { atOneMoment, postgresLogStore } from './store/postgres-log-store.ts';
import { readMoment } from './store/read-moment.ts';
import { rowsOfScopes } from './store/snapshot-rows.ts';

/** A PostgreSQL that is there, or a folder in which one of our own keeps its data. */
export type DatabasePlace = { readonly url: string } | { readonly folder: string };

const databaseName = 'fakturist';

/** What the server keeps in its database. */
export type ServerStore = {
  readonly log: ServerLogStore;
  readonly readRows: ReadRows;
  readonly readTail: ReadTail;
  readonly door: Door;
  readonly blobRegister: BlobRegister;
  close(): Promise<void>;
};

/** Opens the database and brings its tables up to date. */
export async function openDatabase(
  place: DatabasePlace,
  migrationsFolder: string,
  snapshotsAtATime: number,
): Promise<ServerStore> {
  const { url, stop } = 'url' in place ? { url: place.url, stop: async () => {} } : await startOrFind(place.folder);
  const pool = openPool(url);
  const snapshots = openPool(url, snapshotsAtATime); // who reads slowly keeps no connection from anybody else
  const close = (): Promise<void> => Promise.all([pool.end(), snapshots.end()]).then(stop, stop);
  try {
    await migrate(pool, migrationsFolder);
    await deriveAnew(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    log: postgresLogStore(pool),
    readRows: (work) => atOneMoment(snapshots, (connection) => work(readMoment(connection), rowsOfScopes(connection))),
    readTail: (known, limit) => atOneMoment(pool, (connection) => readTail(connection, known, limit)),
    door: door(pool),
    blobRegister: blobRegister(pool),
    close,
  };
}

/** The one that another process of ours has started in this folder, or one that is started now and stopped afterwards. */
async function startOrFind(folder: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const running = await findRunning(folder);
  if (running !== undefined) return { url: running, stop: async () => {} };
  const embedded = await startEmbeddedPostgres(folder);
  return { url: await embedded.database(databaseName), stop: embedded.stop };
}

/** PostgreSQL says in a file of its data folder which port it listens at: the fourth line. The file may be left from one that was killed. */
async function findRunning(folder: string): Promise<string | undefined> {
  const note = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  const port = (await readFile(note, 'utf8')).split('\n')[3]?.trim();
  const password = await readFile(join(folder, 'password'), 'utf8');
  const url = `postgres://fakturist:${password}@127.0.0.1:${port}/${databaseName}`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return undefined;
  }
}
