import type Database from 'better-sqlite3';
import { type SqliteDriver, unlocked } from './open.ts';
import { bringUpToDate } from './outbox-schema.ts';

export type OutboxOptions = {
  readonly folder: string;
  readonly driver: SqliteDriver;
  readonly clock: () => number;
  /** A full disk, for tests: so many pages of 4 096 bytes at most. */
  readonly maxPages?: number;
};

/** Opens an outbox that is whole, or an empty one. Throws OutboxTooNew. */
export function openOutboxConnection(path: string, { driver, maxPages }: OutboxOptions): Database.Database {
  const connection = unlocked(new driver.open(path), driver);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  if (maxPages !== undefined) connection.pragma(`max_page_count = ${maxPages}`);
  bringUpToDate(connection);
  return connection;
}
