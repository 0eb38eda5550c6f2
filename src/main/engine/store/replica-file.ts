import type Database from 'better-sqlite3';
import type { Store } from '../../../shared/run/store.ts';
import { type PageRows, pageRows } from '../seat.ts';
import type { ReplicaStorage } from '../sync/ports.ts';
import { type SqliteDriver, unlocked } from './open.ts';
import { keepQueueChanges } from './queue-changes.ts';
import { replicaSchema, replicaVersion } from './replica-schema.ts';
import { replicaStorage } from './replica-storage.ts';
import { keepSearchIndex } from './search-index.ts';
import { keepSearchedChanges } from './searched-changes.ts';
import { sqliteStore } from './sqlite-store.ts';

/** One replica: commands and changes write on one connection, the engine reads on a second, and pages on a third that sees less. */
export type ReplicaFile = {
  readonly path: string;
  readonly storage: ReplicaStorage;
  /** Every row. */
  readonly store: Store;
  /** What pages are shown: see shown-rows.ts. */
  readonly pages: PageRows;
  /** It has been filled, and is to survive a power cut from now on. Its bytes have been flushed by the caller. */
  keepSafe(): void;
  close(): void;
};

/** Writes what is in the log of the database into the file itself. */
export const settle = (connection: Database.Database): void => void connection.pragma('wal_checkpoint(TRUNCATE)');

/**
 * Opens a replica, or makes an empty one. While one is filled nothing is flushed, so that filling does not hold up the engine: it
 * counts only when it has been adopted.
 */
export function openReplicaFile(path: string, driver: SqliteDriver, filling: boolean): ReplicaFile & { settle(): void } {
  const writer = unlocked(new driver.open(path), driver);
  writer.pragma('journal_mode = WAL');
  writer.pragma('cache_size = -64000'); // KiB: filling it touches every page of its indexes
  writer.pragma(`synchronous = ${filling ? 'OFF' : 'NORMAL'}`);
  if (Number(writer.pragma('user_version', { simple: true })) === 0) {
    writer.exec(`BEGIN; ${replicaSchema} PRAGMA user_version = ${replicaVersion}; COMMIT;`);
  }
  keepSearchIndex(writer);
  keepSearchedChanges(writer);
  keepQueueChanges(writer);
  const reader = unlocked(new driver.open(path, { readonly: true }), driver);
  const shown = unlocked(new driver.open(path, { readonly: true }), driver);
  return {
    path,
    storage: replicaStorage(writer),
    store: sqliteStore(reader),
    pages: pageRows({ reader: shown, store: sqliteStore(shown) }),
    settle: () => settle(writer),
    keepSafe: () => void writer.pragma('synchronous = NORMAL'),
    close: () => {
      shown.close();
      reader.close();
      writer.close();
    },
  };
}

/** Whether a file can be worked on with: of this form, filled, and whole. */
export function isUsable(path: string, driver: SqliteDriver): boolean {
  let connection: Database.Database | undefined;
  try {
    connection = unlocked(new driver.open(path, { fileMustExist: true }), driver);
    return (
      Number(connection.pragma('user_version', { simple: true })) === replicaVersion &&
      connection.prepare('SELECT one FROM cursor').get() !== undefined &&
      connection.pragma('quick_check(1)', { simple: true }) === 'ok'
    );
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}
