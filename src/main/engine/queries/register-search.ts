import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import { editsBetween } from '../../../shared/base/edit-distance.ts';
import { sortKey } from '../../../shared/base/text.ts';
import type { FoundBy, RegisterHit, RegisterHits, RegisterName } from '../../../shared/contract/register-search.ts';
import { emptyWords } from '../../../shared/domain/register-twins/index.ts';
import { personalKey } from '../store/search-index.ts';
import { readSearchText, showKey } from './register-search-text.ts';
import { wordBook } from './word-book.ts';

export type RegisterSearchInput = {
  readonly register: RegisterName;
  readonly text: string;
  readonly limit: number;
  /** Whoever asks may look people up by their personal identity numbers. */
  readonly mayFindPersons: boolean;
  readonly today: Day;
};

type Row = {
  readonly id: string;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly city: string | null;
  readonly sortName: string;
  readonly isBlocked: number;
  readonly endedOn: Day | null;
  readonly mergedInto: string | null;
};
type Found = {
  readonly row: Row;
  readonly foundBy: FoundBy;
  readonly order: number;
  readonly mergedFrom: RegisterHit['mergedFrom'];
};

/** So many that hold the words are looked at, to put the likeliest first. */
const candidates = 100;
const nearWordsTried = 8;
/** Names that differ by more are as unlike as any. */
const mostSlips = 4;

const columns = `s.id, s.name, s.organisation_number AS organisationNumber, s.city, s.sort_name AS sortName,
  s.blocked_for IS NOT NULL AS isBlocked, s.ended_on AS endedOn, s.merged_into AS mergedInto`;
const afterAll = '\u{10ffff}';

export type RegisterSearch = (input: RegisterSearchInput) => RegisterHits;

/** One box for a register: names as they are typed, also with slips, and every number that leads to a row. */
export function registerSearch(connection: Database.Database): RegisterSearch {
  const byName = connection.prepare<unknown[], Row>(
    `SELECT ${columns} FROM suppliers s WHERE s.sort_name >= ? AND s.sort_name < ? ORDER BY s.sort_name LIMIT ?`,
  );
  const byWords = connection.prepare<unknown[], Row>(
    `SELECT ${columns} FROM supplier_search_words w CROSS JOIN supplier_search_docs d ON d.doc = w.rowid CROSS JOIN suppliers s ON s.id = d.id
     WHERE supplier_search_words MATCH ? LIMIT ?`,
  );
  const byKey = connection.prepare<unknown[], Row & { readonly key: string; readonly kind: string }>(
    `SELECT ${columns}, k.key, k.kind FROM supplier_search_keys k CROSS JOIN suppliers s ON s.id = k.owner
     WHERE k.key >= ? AND k.key < ? ORDER BY k.key LIMIT ?`,
  );
  const byId = connection.prepare<[string], Row>(`SELECT ${columns} FROM suppliers s WHERE s.id = ?`);
  const near = wordBook(connection, 'supplier');

  return ({ register, text, limit, mayFindPersons, today }) => {
    const { keys, words } = readSearchText(text);
    const found = new Map<string, Found>();
    /** One that has been merged leads to the one that took its place, where that may be seen. */
    const add = (met: Row, foundBy: FoundBy, order: number): void => {
      const survivor = met.mergedInto === null ? undefined : byId.get(met.mergedInto);
      const row = survivor ?? met;
      const known = found.get(row.id);
      const mergedFrom = survivor === undefined ? null : { id: met.id, name: met.name };
      if (known === undefined || order < known.order) found.set(row.id, { row, foundBy, order, mergedFrom });
    };

    for (const key of keys) {
      const person = personalKey(key);
      for (const { key: _, kind, ...row } of mayFindPersons ? byKey.all(person, `${person}\u0001`, limit) : [])
        add(row, { kind: 'number', numberKind: kind, number: showKey(kind, key) }, 0);
      for (const { key: whole, kind, ...row } of byKey.all(key, key + afterAll, limit + 1))
        add(row, { kind: 'number', numberKind: kind, number: showKey(kind, whole) }, whole === key ? 0 : 1);
    }

    if (words.length > 0 || text.trim() === '') {
      const start = sortKey(text);
      for (const row of byName.all(start, start + afterAll, limit + 1))
        add(row, { kind: 'name' }, row.sortName === start ? 2 : 3);
      if (words.join('').length > 1 && found.size <= limit)
        for (const row of byWords.all(words.map((word) => `"${word}" *`).join(' '), candidates)) add(row, { kind: 'name' }, 4);
      if (found.size === 0) {
        const query = spelling(words, near);
        if (query !== null)
          for (const row of byWords.all(query, candidates))
            add(row, { kind: 'name-like' }, 5 + editsBetween(start, row.sortName, mostSlips));
      }
    }
    const all = [...found.values()].sort((a, b) => a.order - b.order || compare(a.row.sortName, b.row.sortName));
    const hits = all.map((one) => asHit(register, one, today));
    const [active, resting] = [hits.filter(({ state }) => state === 'active'), hits.filter(({ state }) => state !== 'active')];
    return {
      hits: active.slice(0, limit),
      resting: resting.slice(0, limit),
      more: active.length > limit || resting.length > limit,
    };
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The words as they are or nearly are, as FTS5 is asked; what a name may lack is not asked for. Null: nothing else than was typed. */
function spelling(typed: readonly string[], near: (word: string, most: number) => readonly string[]): string | null {
  const telling = typed.filter((word) => !emptyWords.has(word));
  const words = telling.length === 0 ? typed : telling;
  const choices = words.map((word) => near(word, nearWordsTried));
  if (words.length === typed.length && choices.every((choice) => choice.length === 0)) return null;
  return words
    .map((word, place) => `(${[`"${word}" *`, ...(choices[place] ?? []).map((choice) => `"${choice}"`)].join(' OR ')})`)
    .join(' AND ');
}

function asHit(register: RegisterName, { row, foundBy, mergedFrom }: Found, today: Day): RegisterHit {
  const { id, name, organisationNumber, city } = row;
  return {
    register,
    id,
    name,
    number: organisationNumber === null ? null : showKey('organisation-number', organisationNumber),
    city,
    foundBy,
    state: row.isBlocked === 1 ? 'blocked' : row.endedOn !== null && row.endedOn < today ? 'ended' : 'active',
    mergedFrom,
  };
}
