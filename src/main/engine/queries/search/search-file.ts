import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type SqliteDriver, unlocked } from '../../store/open.ts';

/** Raised when what is kept, or how it is worked out from an invoice, is another. */
const form = 2;

/**
 * What invoices are found by, in a file of its own beside the workspace's: it is worked out from rows and pages, never backed up, and made
 * anew where it is missing, damaged or of another form. So that it may grow large and be filled at leisure while commands are written.
 *
 * Numbers of documents grow with time: what is found comes newest first without being sorted. `stamp` names the pages that were read. `pages`: 0 none, 1 in the index,
 * 2 not on this computer, 3 not to be searched. Words of pages bear the sign of their shelf, which is three letters long: the index of
 * beginnings is for three letters more.
 */
const made = `
  CREATE TABLE level (
    one INTEGER PRIMARY KEY CHECK (one = 1), source TEXT NOT NULL, seq INTEGER NOT NULL,
    walk_id TEXT, lowest INTEGER NOT NULL, done INTEGER NOT NULL
  );
  CREATE TABLE docs (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, pages INTEGER NOT NULL, stamp INTEGER);
  CREATE INDEX docs_waiting ON docs (pages, doc) WHERE pages <> 1;
  CREATE VIRTUAL TABLE facts USING fts5(
    tokens, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize='unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE page_words USING fts5(
    tokens, content='', contentless_delete=1, detail=none, prefix='6', tokenize='unicode61 remove_diacritics 0'
  );
  CREATE TABLE name_words (word TEXT PRIMARY KEY) WITHOUT ROWID;
`;

export type PagesState = 0 | 1 | 2 | 3;
/** How far the search has come. `walkId`: all invoices from this one on have been looked at; null: every one has. */
export type Level = {
  readonly source: string;
  readonly seq: number;
  readonly walkId: string | null;
  readonly lowest: number;
  readonly done: number;
};

export type SearchFile = { readonly writer: Database.Database; readonly reader: Database.Database; close(): void };

const pathIn = (folder: string): string => join(folder, 'search.db');

/** Opens the file, or makes an empty one in the place of what cannot be used. */
export function openSearchFile(folder: string, driver: SqliteDriver): SearchFile {
  try {
    return opened(folder, driver);
  } catch {
    removeSearchFile(folder);
    return opened(folder, driver);
  }
}

export function removeSearchFile(folder: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${pathIn(folder)}${ending}`, { force: true });
}

function opened(folder: string, driver: SqliteDriver): SearchFile {
  const path = pathIn(folder);
  const writer = unlocked(new driver.open(path), driver);
  try {
    if (Number(writer.pragma('user_version', { simple: true })) === 0) writer.pragma('page_size = 8192');
    writer.pragma('journal_mode = WAL');
    writer.pragma('synchronous = NORMAL'); // what a power cut takes is worked out again
    writer.pragma('cache_size = -32000');
    const version = Number(writer.pragma('user_version', { simple: true }));
    if (version !== 0 && version !== form) throw new Error('a search of another form');
    if (version === 0) writer.exec(`BEGIN; ${made} PRAGMA user_version = ${form}; COMMIT;`);
    writer.prepare('SELECT count(*) FROM level').get();
    writer.exec("INSERT INTO page_words (page_words, rank) VALUES ('automerge', 0)"); // merged a little at a time, between other work
    writer.exec("INSERT INTO facts (facts, rank) VALUES ('automerge', 0)");
    writer.exec("INSERT INTO page_words (page_words, rank) VALUES ('crisismerge', 256)");
    writer.exec("INSERT INTO facts (facts, rank) VALUES ('crisismerge', 256)");
    const reader = unlocked(new driver.open(path, { readonly: true }), driver);
    reader.pragma('cache_size = -32000');
    return {
      writer,
      reader,
      close: () => {
        reader.close();
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Empties all, and begins to follow this source from here. */
export function startOver(writer: Database.Database, source: string, seq: number): void {
  writer.transaction(() => {
    writer.exec(
      "DELETE FROM docs; DELETE FROM name_words; DELETE FROM level; INSERT INTO facts (facts) VALUES ('delete-all'); INSERT INTO page_words (page_words) VALUES ('delete-all')",
    );
    writer.prepare('INSERT INTO level VALUES (1, ?, ?, ?, 1000000000000, 0)').run(source, seq, '\u{10ffff}');
  })();
}
