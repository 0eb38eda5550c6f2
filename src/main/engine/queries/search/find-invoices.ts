import type Database from 'better-sqlite3';
import type { Day } from '../../../../shared/base/day.ts';
import type { SupplierInvoiceId } from '../../../../shared/base/ids.ts';
import type { InvoiceHit } from '../../../../shared/contract/search.ts';
import { everyUnit, type Scopes } from '../../../../shared/domain/access/index.ts';
import { coverPersonalNumbers } from '../../../../shared/domain/identifiers/index.ts';
import type { Fields } from '../../../../shared/domain/invoice-fields/index.ts';
import { nearWords } from '../../../../shared/domain/register-twins/index.ts';
import {
  docsOn,
  foundInField,
  type InvoiceAsk,
  type InvoiceFoundBy,
  invoiceAskNearly,
  invoiceAsks,
  onShelf,
  type ReadSearch,
  type SoughtGroups,
  shelfOf,
  unitToken,
} from '../../../../shared/domain/search/index.ts';

export type InvoicesAsked = {
  readonly search: ReadSearch;
  readonly limit: number;
  readonly scopes: Scopes;
  /** Whoever asks may look people up by their personal identity numbers. */
  readonly mayFindPersons: boolean;
  readonly today: Day;
};
/** `cut`: the pages of older invoices were not looked at, for it would have taken too long. */
export type InvoicesFound = { readonly hits: readonly InvoiceHit[]; readonly more: boolean; readonly cut: boolean };

type Ids = { readonly ids: readonly string[]; readonly cut: boolean };
type Row = Omit<InvoiceHit, 'kind' | 'foundBy'> & { readonly fields: string };

const nearWordsTried = 8;
/** A word that has come in since is found as it is spelt, though not yet by a misspelling. */
const freshMs = 60_000;
/** So long the pages are looked through; other questions wait meanwhile. */
const patienceMs = 120;

export type FindInvoices = {
  find(asked: InvoicesAsked): InvoicesFound;
  /** These, in their order; those that are not in sight are left out. */
  recall(ids: readonly string[], scopes: Scopes): readonly InvoiceHit[];
};

/** Looks for invoices in `search`, and tells of each what `rows` say now, within what whoever asks may see. */
export function findInvoices(rows: Database.Database, search: Database.Database): FindInvoices {
  const inFacts = search.prepare<unknown[], string>(
    'SELECT d.id FROM facts CROSS JOIN docs d ON d.doc = facts.rowid WHERE facts MATCH @facts ORDER BY facts.rowid DESC LIMIT @most',
  );
  const onPages = search.prepare<unknown[], string>(
    'SELECT d.id FROM page_words w CROSS JOIN docs d ON d.doc = w.rowid WHERE page_words MATCH @pages ORDER BY w.rowid DESC LIMIT @most',
  );
  const inBoth = search.prepare<unknown[], string>(
    `SELECT d.id FROM page_words w CROSS JOIN docs d ON d.doc = w.rowid
     WHERE page_words MATCH @pages AND w.rowid IN (SELECT rowid FROM facts WHERE facts MATCH @facts AND rowid BETWEEN @from AND @to) ORDER BY w.rowid DESC LIMIT @most`,
  );
  const span = search.prepare<[], { oldest: number | null; newest: number | null }>(
    'SELECT (SELECT min(doc) FROM docs) AS oldest, (SELECT max(doc) FROM docs) AS newest',
  );
  const shown = rows.prepare<unknown[], Row>(
    `SELECT i.id, i.supplier_name AS supplierName, i.number, i.document_type AS documentType, i.queue, i.invoice_day AS invoiceDay,
       i.total_minor AS totalMinor, i.currency, i.fields
     FROM json_each(@ids) each CROSS JOIN supplier_invoices i ON i.id = each.value
     WHERE i.scope IN (SELECT value FROM json_each(@scopes)) OR (@everyUnit AND i.scope LIKE 'unit:%') ORDER BY each.key`,
  );
  const words = search.prepare<[], string>('SELECT word FROM name_words').pluck();
  let book: { readonly words: readonly string[]; readonly atMs: number } | undefined;

  function near(word: string): readonly string[] {
    const nowMs = performance.now();
    if (book === undefined || nowMs - book.atMs > freshMs) book = { words: words.all(), atMs: nowMs };
    return nearWords(word, book.words, nearWordsTried);
  }

  function idsOf({ facts, pages }: InvoiceAsk, within: SoughtGroups, most: number, deadlineMs: number): Ids {
    if (pages.length === 0) return { ids: inFacts.pluck().all({ facts: matchOf([...within, ...facts]), most }), cut: false };
    const { oldest, newest } = span.get() ?? { oldest: null, newest: null };
    const ids: string[] = [];
    if (oldest === null || newest === null) return { ids, cut: false };
    const statement = (facts.length === 0 ? onPages : inBoth).pluck();
    const rarest = likelyRarest(pages);
    for (let shelf = shelfOf(newest); shelf >= shelfOf(oldest) && ids.length < most; shelf -= 1) {
      if (performance.now() > deadlineMs) return { ids, cut: true };
      const matching = (groups: SoughtGroups) => matchOf(onOneShelf(groups, shelf));
      if (rarest !== undefined && onPages.pluck().get({ pages: matching([rarest]), most: 1 }) === undefined) continue;
      const asked = { pages: matching([...within, ...pages]), most: most - ids.length };
      ids.push(...statement.all(facts.length === 0 ? asked : { ...asked, facts: matchOf(facts), ...docsOn(shelf) }));
    }
    return { ids, cut: false };
  }

  const rowsOf = (ids: readonly string[], scopes: Scopes): readonly Row[] =>
    ids.length === 0
      ? []
      : shown.all({ ids: JSON.stringify(ids), scopes: JSON.stringify(scopes), everyUnit: scopes.includes(everyUnit) ? 1 : 0 });

  function find({ search: read, limit, scopes, mayFindPersons, today }: InvoicesAsked): InvoicesFound {
    const within = unitsOf(scopes);
    const by = { mayFindPersons, today };
    const found = new Map<string, InvoiceHit>();
    const deadlineMs = performance.now() + patienceMs;
    let cut = false;
    const look = (ask: InvoiceAsk, likeOnly: boolean): void => {
      const some = idsOf(ask, within, limit + 1 + found.size, deadlineMs);
      cut ||= some.cut;
      const ids = some.ids.filter((id) => !found.has(id));
      for (const row of rowsOf(ids, scopes)) found.set(row.id, asHit(row, reasonOf(row, ask, likeOnly)));
    };
    const reasonOf = (row: Row, { pages }: InvoiceAsk, likeOnly: boolean): InvoiceFoundBy => {
      if (likeOnly) return { kind: 'like', field: null, value: null };
      const inField = pages.length > 0 ? null : foundInField(JSON.parse(row.fields) as Fields, read, today); // written by the rule
      return inField ?? { kind: pages.length > 0 ? 'page' : 'like', field: null, value: null };
    };
    for (const ask of invoiceAsks(read, by)) if (found.size <= limit) look(ask, false);
    const nearly = found.size === 0 ? invoiceAskNearly(read, by, near) : null;
    if (nearly !== null) look(nearly, true);
    const hits = [...found.values()];
    return { hits: hits.slice(0, limit), more: hits.length > limit, cut };
  }

  return { find, recall: (ids, scopes) => rowsOf(ids, scopes).map((row) => asHit(row, null)) };
}

/** Who sees every unit is not held to any. */
const unitsOf = (scopes: Scopes): SoughtGroups =>
  scopes.includes(everyUnit)
    ? []
    : [
        ['unit:', ...scopes]
          .filter((scope) => scope.startsWith('unit:'))
          .map((scope) => ({ token: unitToken(scope.slice('unit:'.length)), begun: false })),
      ];

/** Of several, the group that is asked for alone first, since a shelf without it has nothing: the longest word; undefined: there is but one. */
const likelyRarest = (groups: SoughtGroups): SoughtGroups[number] | undefined =>
  groups.length < 2 ? undefined : [...groups].sort((a, b) => shortest(b) - shortest(a))[0];
const shortest = (group: SoughtGroups[number]): number => Math.min(...group.map(({ token }) => token.length));

const onOneShelf = (groups: SoughtGroups, shelf: number): SoughtGroups =>
  groups.map((group) => group.map((one) => ({ ...one, token: onShelf(shelf, one.token) })));

/** As FTS5 is asked. */
const matchOf = (groups: SoughtGroups): string =>
  groups
    .map((group) => `(${group.map(({ token, begun }) => `"${token.replaceAll('"', '')}"${begun ? ' *' : ''}`).join(' OR ')})`)
    .join(' AND ');

const asHit = ({ fields: _, supplierName, number, ...row }: Row, foundBy: InvoiceFoundBy | null): InvoiceHit => ({
  kind: 'invoice',
  ...row,
  id: row.id as SupplierInvoiceId, // the id of its row
  supplierName: supplierName === null ? null : coverPersonalNumbers(supplierName),
  number: number === null ? null : coverPersonalNumbers(number),
  foundBy,
});
