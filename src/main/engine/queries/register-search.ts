import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import { editsBetween } from '../../../shared/base/edit-distance.ts';
import { sortKey } from '../../../shared/base/text.ts';
import type { FoundBy, RegisterHit, RegisterHits, RegisterName } from '../../../shared/contract/register-search.ts';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';
import { maskPersonalNumber, parsePersonalNumber } from '../../../shared/domain/identifiers/index.ts';
import { emptyWords } from '../../../shared/domain/register-twins/index.ts';
import { personalKey } from '../store/search-index.ts';
import { ownersIn } from './names-in-register.ts';
import { readSearchText, showKey } from './register-search-text.ts';
import { type SearchedRow, searchedRows, shownCity, shownNumber, stateOf } from './searched-rows.ts';
import { wordBook } from './word-book.ts';

export type RegisterSearchInput = {
  readonly register: RegisterName;
  readonly text: string;
  readonly limit: number;
  /** What whoever asks may see. */
  readonly scopes: Scopes;
  /** Whoever asks may look people up by their personal identity numbers. */
  readonly mayFindPersons: boolean;
  readonly today: Day;
};
type Asked = Omit<RegisterSearchInput, 'register'>;

type Found = {
  readonly row: SearchedRow;
  readonly foundBy: FoundBy;
  readonly order: number;
  readonly mergedFrom: RegisterHit['mergedFrom'];
};

/** So many that hold the words are looked at, to put the likeliest first. */
const candidates = 100;
const nearWordsTried = 8;
/** Names that differ by more are as unlike as any. */
const mostSlips = 4;
const afterAll = '\u{10ffff}';

export type RegisterSearch = (input: RegisterSearchInput) => RegisterHits;

/** One box for a register: names as they are typed, also with slips, and every number that leads to a row. */
export function registerSearch(connection: Database.Database): RegisterSearch {
  const searches = {
    supplier: searchOf(connection, 'supplier'),
    customer: searchOf(connection, 'customer'),
    article: searchOf(connection, 'article'),
  };
  return ({ register, ...asked }) => searches[register](asked);
}

function searchOf(connection: Database.Database, register: RegisterName): (asked: Asked) => RegisterHits {
  const { table, columns, hasClients } = searchedRows[register];
  const inSight = hasClients
    ? "AND (s.scope IN (SELECT value FROM json_each(@scopes)) OR (@everyUnit AND s.scope LIKE 'unit:%'))"
    : '';
  const byName = connection.prepare<unknown[], SearchedRow>(
    `SELECT ${columns} FROM ${table} s WHERE s.sort_name >= @from AND s.sort_name < @to ${inSight} ORDER BY s.sort_name LIMIT @most`,
  );
  const byWords = connection.prepare<unknown[], SearchedRow>(
    `SELECT ${columns} FROM ${register}_search_words w CROSS JOIN ${register}_search_docs d ON d.doc = w.rowid CROSS JOIN ${table} s ON s.id = d.id
     WHERE ${register}_search_words MATCH @query ${inSight} LIMIT @most`,
  );
  const byKey = connection.prepare<unknown[], SearchedRow & { readonly key: string; readonly kind: string }>(
    `SELECT ${columns}, k.key, k.kind FROM ${register}_search_keys k CROSS JOIN ${table} s ON s.id = k.owner
     WHERE k.key >= @from AND k.key < @to ${inSight} ORDER BY k.key LIMIT @most`,
  );
  const byId = connection.prepare<[string], SearchedRow>(`SELECT ${columns} FROM ${table} s WHERE s.id = ?`);
  const byPerson = register === 'customer' ? personSearch(connection, columns, inSight) : undefined;
  const near = wordBook(connection, register);

  return ({ text, limit, scopes, mayFindPersons, today }) => {
    const sight = hasClients ? { scopes: JSON.stringify(scopes), everyUnit: scopes.includes(everyUnit) ? 1 : 0 } : {};
    const { keys, words } = readSearchText(text);
    const found = new Map<string, Found>();
    /** One that has been merged leads to the one that took its place, where that may be seen. */
    const add = (met: SearchedRow, foundBy: FoundBy, order: number): void => {
      const survivor = met.mergedInto === null ? undefined : byId.get(met.mergedInto);
      const row = survivor ?? met;
      const known = found.get(row.id);
      const mergedFrom = survivor === undefined ? null : { id: met.id, name: met.name };
      if (known === undefined || order < known.order) found.set(row.id, { row, foundBy, order, mergedFrom });
    };

    if (mayFindPersons && byPerson !== undefined)
      for (const row of byPerson(text, sight, today))
        add(row, { kind: 'number', numberKind: 'personal-number', number: maskPersonalNumber(row.personalNumber ?? '') }, 0);
    for (const key of keys) {
      const person = personalKey(key);
      for (const { key: _, kind, ...row } of mayFindPersons
        ? byKey.all({ from: person, to: `${person}\u0001`, most: limit, ...sight })
        : [])
        add(row, { kind: 'number', numberKind: kind, number: showKey(kind, key) }, 0);
      for (const { key: whole, kind, ...row } of byKey.all({ from: key, to: key + afterAll, most: limit + 1, ...sight }))
        add(row, { kind: 'number', numberKind: kind, number: showKey(kind, whole) }, whole === key ? 0 : 1);
    }

    if (words.length > 0 || text.trim() === '') {
      const start = sortKey(text);
      for (const row of byName.all({ from: start, to: start + afterAll, most: limit + 1, ...sight }))
        add(row, { kind: 'name' }, row.sortName === start ? 2 : 3);
      if (words.join('').length > 1 && found.size <= limit)
        for (const row of byWords.all({ query: words.map((word) => `"${word}" *`).join(' '), most: candidates, ...sight }))
          add(row, { kind: 'name' }, 4);
      if (found.size === 0) {
        const query = spelling(words, near);
        if (query !== null)
          for (const row of byWords.all({ query, most: candidates, ...sight }))
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

/**
 * A person's number, whole: looked up on the rows themselves, over the index that the rule needs anyway, in each register that is in sight.
 * So it stands in no index of the search, and no begun number leads to a person.
 */
function personSearch(connection: Database.Database, columns: string, inSight: string) {
  const owners = ownersIn(connection, 'customers');
  const statement = connection.prepare<unknown[], SearchedRow>(
    `SELECT ${columns} FROM customers s WHERE s.owner = @owner AND s.personal_number = @person ${inSight}`,
  );
  return (text: string, sight: object, today: Day): readonly SearchedRow[] => {
    const person = parsePersonalNumber(text, today);
    return person.ok ? owners().flatMap((owner) => statement.all({ owner, person: person.value, ...sight })) : [];
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

const asHit = (register: RegisterName, { row, foundBy, mergedFrom }: Found, today: Day): RegisterHit => ({
  register,
  id: row.id,
  name: row.name,
  number: shownNumber(register, row),
  city: shownCity(row, today),
  foundBy,
  state: stateOf(row, today),
  mergedFrom,
});
