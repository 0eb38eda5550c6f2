import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { folded } from '../../../shared/base/text.ts';
import { holdsPersonalNumber, isLegalPerson } from '../../../shared/domain/identifiers/index.ts';
import { nameWords } from '../../../shared/domain/register-twins/index.ts';
import { pageTokens } from '../../../shared/domain/search/index.ts';

/**
 * What registers are searched by, kept in step with their rows: triggers note which rows changed, whoever writes (a command, the server's
 * entries, work decided once more, a whole scope dropped), and before the transaction ends the index is brought level with them all at
 * once. So readers never see the one without the other, and nothing is left to mend after a stop. It can always be made anew from the
 * rows, and is where its form is another.
 *
 * For each register: `…_search_docs` numbers its rows, `…_search_words` is FTS5 over the words of their names (folded by us: FTS5 would
 * take å for a), `…_search_keys` holds every number that leads to a row, in capitals and digits.
 */
export const searchedRegisters = ['supplier', 'customer', 'article'] as const;
export type SearchedRegister = (typeof searchedRegisters)[number];
/** Notes of calls are found by their words too, the newest first. */
const indexed = [...searchedRegisters, 'call'] as const;
type Indexed = (typeof indexed)[number];

/**
 * A table whose rows lead to a row of the register. `owner`: the column with that row's id. Kinds and values are SQL over `row`, and over
 * `each` where `within` names a column with a list in JSON.
 */
type Key = { readonly kind: string; readonly value: string; readonly within?: string };
type Source = { readonly table: string; readonly owner: string; readonly words?: string; readonly keys: readonly Key[] };
/** `order`: in which new rows are numbered. */
type MainSource = Source & { readonly order: string };

const sources: { readonly [Register in Indexed]: readonly [MainSource, ...Source[]] } = {
  supplier: [
    {
      table: 'suppliers',
      owner: 'id',
      order: 'sort_name',
      words: 'search_words(row.name, CASE WHEN row.protected_by IS NULL THEN row.city END)',
      keys: [
        { kind: "'organisation-number'", value: 'row.organisation_number' },
        { kind: "'vat-number'", value: 'row.vat_number' },
        { kind: "'gln'", value: 'row.gln' },
        { kind: "'e-invoice-address'", value: 'row.peppol_id' },
      ],
    },
    {
      table: 'supplier_external_ids',
      owner: 'supplier_id',
      keys: [{ kind: "'external-id'", value: 'row.external_id' }],
    },
    { table: 'payment_numbers', owner: 'supplier_id', keys: [{ kind: 'row.kind', value: 'row.number' }] },
  ],
  // A personal number is looked up on the row itself, whole. Nothing of it is in here, not even a digest: there are so few such numbers
  // that whoever has the digest has the number. No word of an address either, or a town would find those whose town is a secret.
  customer: [
    {
      table: 'customers',
      owner: 'id',
      order: 'sort_name',
      words: 'search_words(row.name, row.other_names)',
      keys: [
        { kind: "'organisation-number'", value: 'row.organisation_number' },
        { kind: "'e-invoice-address'", value: 'row.e_invoice_address' },
        { kind: "'external-id'", value: "each.value ->> 'id'", within: 'row.external_ids' },
      ],
    },
  ],
  article: [
    {
      table: 'articles',
      owner: 'id',
      order: 'sort_name',
      words: 'search_words(row.name, row.number)',
      keys: [{ kind: "'article-number'", value: 'row.number' }],
    },
  ],
  call: [
    { table: 'call_notes', owner: 'id', order: 'began_at_ms', words: 'note_words(row.caller, row.text, row.answer)', keys: [] },
  ],
};

/** Raised when `searchWords`, `noteWords` or `keptKey` give something else. */
const functionsForm = 4;

/** The words of these texts, folded, with a space between; a text may be a JSON list of texts. */
export function searchWords(...texts: readonly unknown[]): string {
  return texts.flatMap((text) => (typeof text === 'string' ? nameWords(text) : [])).join(' ');
}

/** The words of what somebody wrote, each once, without persons' numbers. */
export const noteWords = (...texts: readonly unknown[]): readonly string[] => [
  ...pageTokens(texts.filter((text) => typeof text === 'string')),
];

/** Capitals and digits: how any number is kept and looked for. */
export const searchKey = (text: unknown): string =>
  typeof text === 'string'
    ? folded(text)
        .toUpperCase()
        .replace(/[^\p{Letter}\p{Number}]/gu, '')
    : '';

/** Whether a key is, or has within it, a person's identity number: it is found whole or not at all, and by those who may. */
export function isPersonal(kind: string, key: string): boolean {
  const digits = kind === 'vat-number' ? key.replace(/^SE(\d{10})01$/, '$1') : key;
  return (kind === 'organisation-number' || kind === 'vat-number') && /^\d{10}$/.test(digits) && !isLegalPerson(digits);
}

/** A person's number stands where no number that is begun can lead to it. */
export const personalKey = (key: string): string => `#${key}`;

/** Null: it is not to be found by, since a customer's number in another system, or its address there, holds a person's number. */
function keptKey(kind: unknown, number: unknown): string | null {
  if ((kind === 'external-id' || kind === 'e-invoice-address') && holdsPersonalNumber(String(number))) return null;
  const key = searchKey(number);
  return isPersonal(String(kind), key) ? personalKey(key) : key;
}

function tablesOf(register: Indexed): string {
  return `
    CREATE TABLE ${register}_search_docs (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE VIRTUAL TABLE ${register}_search_words USING fts5(
      words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 0'
    );
    CREATE VIRTUAL TABLE ${register}_search_terms USING fts5vocab(${register}_search_words, 'row');
    CREATE TABLE ${register}_search_keys (
      key TEXT NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, kind, owner, source)
    ) WITHOUT ROWID;
    CREATE INDEX ${register}_search_keys_source ON ${register}_search_keys (source);
    CREATE TABLE ${register}_search_waiting (source TEXT NOT NULL, id TEXT NOT NULL);`;
}

/** A row that changed is noted, and nothing more: FTS5 writes a piece of index for every statement within a trigger, which costs more than all the rest. */
function triggersOf(register: Indexed): string {
  return sources[register]
    .map((source) => {
      const name = `${register}_search_${source.table}`;
      const note = (row: string): string =>
        `BEGIN INSERT INTO ${register}_search_waiting VALUES ('${source.table}', ${row}.id); END;`;
      const differs = columnsOf(source).map((column) => `old.${column} IS NOT new.${column}`);
      return `
        CREATE TRIGGER ${name}_put AFTER INSERT ON ${source.table} ${note('new')}
        CREATE TRIGGER ${name}_change AFTER UPDATE ON ${source.table} WHEN ${differs.join(' OR ')} ${note('new')}
        CREATE TRIGGER ${name}_take AFTER DELETE ON ${source.table} ${note('old')}`;
    })
    .join('');
}

/** What of a row the index says. */
function columnsOf({ owner, words, keys }: Source): readonly string[] {
  const sql = [words ?? '', ...keys.flatMap(({ kind, value, within = '' }) => [kind, value, within])].join(' ');
  return [...new Set([owner, ...Array.from(sql.matchAll(/row\.(\w+)/g), ([, column]) => column ?? owner)])];
}

/** Brings the index level with the rows that wait. New ones in the order of their names, so that what is found first comes first by name. */
function settlingOf(register: Indexed): readonly string[] {
  const [main] = sources[register];
  const waiting = (table: string): string => `SELECT DISTINCT id FROM ${register}_search_waiting WHERE source = '${table}'`;
  return [
    `DELETE FROM ${register}_search_words WHERE rowid IN (SELECT doc FROM ${register}_search_docs WHERE id IN (${waiting(main.table)}))`,
    `DELETE FROM ${register}_search_docs WHERE id IN (${waiting(main.table)}) AND id NOT IN (SELECT id FROM ${main.table})`,
    `INSERT OR IGNORE INTO ${register}_search_docs (id) SELECT id FROM ${main.table} WHERE id IN (${waiting(main.table)}) ORDER BY ${main.order}`,
    `INSERT INTO ${register}_search_words (rowid, words) SELECT doc, ${main.words}
       FROM (${waiting(main.table)}) CROSS JOIN ${register}_search_docs USING (id) CROSS JOIN ${main.table} AS row USING (id) ORDER BY doc`,
    `DELETE FROM ${register}_search_keys WHERE source IN (SELECT id FROM ${register}_search_waiting)`,
    ...sources[register].flatMap(({ table, owner, keys }) =>
      keys.map(
        ({ kind, value, within }) =>
          `INSERT OR IGNORE INTO ${register}_search_keys SELECT search_key(${kind}, ${value}), ${kind}, row.${owner}, row.id
             FROM (${waiting(table)}) CROSS JOIN ${table} AS row USING (id)${within === undefined ? '' : `, json_each(${within}) AS each`}
             WHERE ${value} IS NOT NULL ORDER BY 1`,
      ),
    ),
    `DELETE FROM ${register}_search_waiting`,
  ];
}

const triggerNames = Object.entries(sources).flatMap(([register, all]) =>
  all.flatMap(({ table }) => ['put', 'change', 'take'].map((step) => `${register}_search_${table}_${step}`)),
);

const made = indexed.map((register) => `${tablesOf(register)}${triggersOf(register)}`).join('\n');
const form = createHash('sha256').update(`${functionsForm}${made}`).digest('hex').slice(0, 16);

/** What the triggers call: without it no statement that fires one can even be prepared. */
export function giveSearchFunctions(connection: Database.Database): void {
  connection.function('search_words', { deterministic: true, varargs: true }, searchWords);
  connection.function('note_words', { deterministic: true, varargs: true }, (...texts) => noteWords(...texts).join(' '));
  connection.function('search_key', { deterministic: true }, keptKey);
}

/** Makes the index where there is none, where it is of another form, and where a migration made a table anew and its triggers went with it. */
export function keepSearchIndex(connection: Database.Database): void {
  connection.exec('CREATE TABLE IF NOT EXISTS register_search_form (form TEXT NOT NULL)');
  const triggers = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  const isKept = connection.prepare('SELECT form FROM register_search_form').pluck().get() === form;
  if (!isKept || !triggerNames.every((name) => triggers.includes(name))) makeSearchIndex(connection);
}

/** To be called before a transaction ends in which rows were written. Where there is no index nothing is done. */
export function settlesSearchIndex(connection: Database.Database): () => void {
  const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const steps = indexed
    .filter((register) => tables.includes(`${register}_search_waiting`))
    .map((register) => ({
      waits: connection.prepare(`SELECT 1 FROM ${register}_search_waiting LIMIT 1`),
      settling: settlingOf(register).map((sql) => connection.prepare(sql)),
    }));
  return () => {
    for (const { waits, settling } of steps) if (waits.get() !== undefined) for (const statement of settling) statement.run();
  };
}

/** Makes the whole index anew; some seconds for 200 000 suppliers. */
export function makeSearchIndex(connection: Database.Database): void {
  connection.transaction(() => {
    dropSearchIndex(connection);
    connection.exec(made);
    for (const register of indexed) {
      for (const { table } of sources[register])
        connection.exec(`INSERT INTO ${register}_search_waiting SELECT '${table}', id FROM ${table}`);
      for (const step of settlingOf(register)) connection.exec(step);
      connection.exec(`INSERT INTO ${register}_search_words (${register}_search_words) VALUES ('optimize')`);
    }
    connection.prepare('INSERT INTO register_search_form VALUES (?)').run(form);
  })();
}

/** Also what an older form left. Rows written from now on are in no index until it is made anew. */
export function dropSearchIndex(connection: Database.Database): void {
  const old = connection
    .prepare(
      `SELECT type, name FROM sqlite_master WHERE (type = 'trigger' AND name GLOB '*_search_*_*')
         OR (type = 'table' AND (name GLOB '*_search_docs' OR name GLOB '*_search_keys' OR name GLOB '*_search_words' OR name GLOB '*_search_terms' OR name GLOB '*_search_waiting'))
       ORDER BY type DESC, name GLOB '*_search_terms' DESC`,
    )
    .all() as { readonly type: string; readonly name: string }[];
  for (const { type, name } of old) connection.exec(`DROP ${type} IF EXISTS ${name}`);
  connection.exec('DELETE FROM register_search_form');
}
