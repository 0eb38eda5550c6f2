import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { deriveAnew } from './derive-anew.ts';
import { keepQueueChanges } from './queue-changes.ts';
import { giveSearchFunctions, keepSearchIndex } from './search-index.ts';
import { keepSearchedChanges } from './searched-changes.ts';

/** The SQLite driver, and the key of an encrypted build of it: 64 hex digits. */
export type SqliteDriver = { readonly open: typeof Database; readonly key?: string };

/** One file, two connections: commands write on the one, screens read on the other and never see a half-written command. */
export type WorkspaceFile = { readonly writer: Database.Database; readonly reader: Database.Database; close(): void };

/**
 * Opens `workspace.db` and brings its tables up to date. The file is the authority on a single seat, so a commit is on the disk
 * before it is answered (synchronous = FULL).
 */
export function openWorkspaceFile(folder: string, migrationsFolder: string, driver: SqliteDriver): WorkspaceFile {
  assertRuntime();
  const file = join(folder, 'workspace.db');
  const writer = unlocked(new driver.open(file), driver);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('cache_size = -64000'); // KiB: a register taken in at once touches every page of its indexes
  writer.pragma('wal_autocheckpoint = 8000'); // pages: fewer of them are written twice
  migrate(drizzle(writer), { migrationsFolder });
  deriveAnew(writer);
  keepSearchIndex(writer);
  keepSearchedChanges(writer);
  keepQueueChanges(writer);
  const reader = unlocked(new driver.open(file, { readonly: true }), driver);
  reader.pragma('cache_size = -32000');
  return {
    writer,
    reader,
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

/** Gives an encrypted build its key, before anything else is asked of the connection, and every connection what triggers call. */
export function unlocked(connection: Database.Database, { key }: SqliteDriver): Database.Database {
  if (key !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('a workspace key is 64 hex digits');
    connection.pragma(`key = "x'${key}'"`);
  }
  giveSearchFunctions(connection);
  return connection;
}

/** The driver crashes the process on an older Node-API: say so in words instead. */
function assertRuntime(): void {
  if (Number(process.versions.napi) >= 10) return;
  throw new Error(
    `The engine needs Node 22.14 or later (Node-API 10); this is Node ${process.version} with Node-API ${process.versions.napi}.`,
  );
}
