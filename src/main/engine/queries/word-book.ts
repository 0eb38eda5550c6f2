import type Database from 'better-sqlite3';
import { nearWords } from '../../../shared/domain/register-twins/index.ts';
import type { SearchedRegister } from '../store/search-index.ts';

/** A word that has come in since is found as it is spelt, though not yet by a misspelling. */
const freshMs = 60_000;

/** The words that occur in a register's names, for those that are typed with a slip. Read from the index when first needed. */
export function wordBook(
  connection: Database.Database,
  register: SearchedRegister,
): (typed: string, most: number) => readonly string[] {
  const terms = connection.prepare<[], string>(`SELECT term FROM ${register}_search_terms`).pluck();
  const version = () => Number(connection.pragma('data_version', { simple: true }));
  let read: { readonly words: readonly string[]; readonly version: number; readonly atMs: number } | undefined;
  return (typed, most) => {
    const nowMs = performance.now();
    if (read === undefined || (nowMs - read.atMs > freshMs && read.version !== version()))
      read = { words: terms.all(), version: version(), atMs: nowMs };
    return nearWords(typed, read.words, most);
  };
}
