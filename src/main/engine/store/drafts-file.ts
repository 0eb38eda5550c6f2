import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type SqliteDriver, unlocked } from './open.ts';

/** What people have begun to write and not sent (utkast). It belongs to this workstation, and goes to no server. */
export type Drafts = {
  read(personId: string, name: string): string | null;
  /** Null: it is done with. */
  keep(personId: string, name: string, text: string | null): void;
  close(): void;
};

/** `drafts.db` beside the workspace's file, encrypted as it is: what is said on the telephone lies nowhere in the open. A damaged one is begun anew. */
export function openDrafts(folder: string, driver: SqliteDriver): Drafts {
  const path = join(folder, 'drafts.db');
  try {
    return opened(path, driver);
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    return opened(path, driver);
  }
}

function opened(path: string, driver: SqliteDriver): Drafts {
  const file: Database.Database = unlocked(new driver.open(path), driver);
  try {
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = NORMAL');
    file.pragma('secure_delete = ON');
    file.exec(
      'CREATE TABLE IF NOT EXISTS drafts (person_id TEXT, name TEXT, text TEXT NOT NULL, PRIMARY KEY (person_id, name)) WITHOUT ROWID',
    );
    const read = file.prepare<[string, string], string>('SELECT text FROM drafts WHERE person_id = ? AND name = ?').pluck();
    const put = file.prepare('INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)');
    const take = file.prepare('DELETE FROM drafts WHERE person_id = ? AND name = ?');
    return {
      read: (personId, name) => read.get(personId, name) ?? null,
      keep: (personId, name, text) => void (text === null ? take.run(personId, name) : put.run(personId, name, text)),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}
