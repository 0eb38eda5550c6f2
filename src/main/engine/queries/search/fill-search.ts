import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { asPageWords } from '../../../../shared/base/page.ts';
import { nameWords } from '../../../../shared/domain/register-twins/index.ts';
import { invoiceTokens, onShelf, pageTokens, printedLines, shelfOf, unitToken } from '../../../../shared/domain/search/index.ts';
import type { InvoicePage } from '../../../../shared/domain/supplier-invoices/index.ts';
import type { Blobs } from '../../blobs.ts';
import type { Level, PagesState } from './search-file.ts';

/** An invoice as the workspace's file has it. `isProtected`: its sender's identity is. */
type Row = {
  readonly id: string;
  readonly unitId: string;
  readonly fields: string;
  readonly pages: string;
  readonly isProtected: number;
};
type Doc = { readonly doc: number; readonly pages: PagesState; readonly stamp: number | null };
/** An invoice to be put in: null where it is no more. */
type Sought = { readonly id: string; readonly row: Row | undefined };

/** So many pages of one invoice are read; what is on more is seldom looked for. */
const mostPages = 60;
const perStep = 100;
const perWalk = 100;

const columns = `i.id, i.unit_id AS unitId, i.fields, i.pages, s.protected_by IS NOT NULL AS isProtected
  FROM supplier_invoices i LEFT JOIN suppliers s ON s.id = i.supplier_id`;

export type Filling = {
  level(): Level | undefined;
  /** Invoices whose pages are not on this computer. */
  elsewhere(): number;
  /** Does the next piece of work; false: there is none. */
  step(): Promise<boolean>;
  /** Merges a little of what was written; false: there is nothing to merge. */
  merge(): boolean;
};

/** Works out from the rows of `main` and the pages among the blobs what invoices are found by, and writes it down, a piece at a time. */
export function fillSearch(main: Database.Database, search: Database.Database, blobs: Pick<Blobs, 'has' | 'read'>): Filling {
  const changed = main.prepare<[number, number], { seq: number; id: string }>(
    'SELECT seq, id FROM searched_changes WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const rowsOf = main.prepare<[string], Row>(`SELECT ${columns} WHERE i.id IN (SELECT value FROM json_each(?))`);
  const walked = main.prepare<[string, number], Row>(`SELECT ${columns} WHERE i.id < ? ORDER BY i.id DESC LIMIT ?`);
  const level = search.prepare<[], Level>('SELECT source, seq, walk_id AS walkId, lowest, done FROM level');
  const docOf = search.prepare<[string], Doc>('SELECT doc, pages, stamp FROM docs WHERE id = ?');
  const highest = search.prepare<[], number | null>('SELECT max(doc) FROM docs').pluck();
  const putDoc = search.prepare('INSERT OR REPLACE INTO docs (doc, id, pages, stamp) VALUES (?, ?, ?, ?)');
  const takeDoc = search.prepare('DELETE FROM docs WHERE doc = ?');
  const [takeFacts, takePages] = ['facts', 'page_words'].map((table) => search.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
  const [putFacts, putPages] = ['facts', 'page_words'].map((table) =>
    search.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`),
  );
  const putName = search.prepare('INSERT OR IGNORE INTO name_words VALUES (?)');
  const moveOn = search.prepare('UPDATE level SET seq = ?');
  const walkOn = search.prepare('UPDATE level SET walk_id = ?, lowest = ?, done = done + ?');
  const missing = search.prepare<[number, number], { doc: number; id: string }>(
    'SELECT doc, id FROM docs WHERE pages = 2 AND doc < ? ORDER BY doc DESC LIMIT ?',
  );
  const countMissing = search.prepare<[], number>('SELECT count(*) FROM docs WHERE pages = 2').pluck();
  let missingBelow = Number.MAX_SAFE_INTEGER;

  /** The words of an invoice's pages; null: some are not here. */
  async function wordsOn(pages: readonly InvoicePage[]): Promise<ReadonlySet<string> | null> {
    const shas = pages.slice(0, mostPages).map(({ wordsSha256 }) => wordsSha256);
    if (!(await Promise.all(shas.map(blobs.has))).every(Boolean)) return null;
    const tokens = new Set<string>();
    for (const sha256 of shas) {
      const text = new TextDecoder().decode(await blobs.read(sha256));
      for (const token of pageTokens(printedLines(asPageWords(JSON.parse(text))))) tokens.add(token); // written by ourselves, under its own hash
    }
    return tokens;
  }

  /** What is to be written of one; `words` undefined: its pages stand as they did. */
  async function workedOut({ id, row }: Sought) {
    const before = docOf.get(id);
    if (row === undefined) return { id, before, row, words: null, stamp: null, pages: 0 as PagesState };
    const stamp = stampOf(row);
    const stays = before !== undefined && before.stamp === stamp && before.pages !== 2;
    if (stays) return { id, before, row, words: undefined, stamp, pages: before.pages };
    if (row.isProtected === 1) return { id, before, row, words: null, stamp, pages: 3 as PagesState };
    const words = await wordsOn(JSON.parse(row.pages)); // written by the rule
    return { id, before, row, words, stamp, pages: (words === null ? 2 : 1) as PagesState };
  }

  /** Writes them in the order of their documents, which `docFor` gives to new ones, and `after` in the same transaction. */
  async function put(sought: readonly Sought[], docFor: (place: number) => number, after: () => void): Promise<void> {
    const all: Awaited<ReturnType<typeof workedOut>>[] = [];
    for (const one of sought) all.push(await workedOut(one));
    search.transaction(() => {
      const placed = all.map((one, place) => ({ ...one, doc: one.before?.doc ?? docFor(place) })).sort((a, b) => a.doc - b.doc);
      for (const { before, doc, words } of placed) {
        if (before === undefined) continue;
        takeFacts?.run(doc);
        if (words !== undefined) takePages?.run(doc);
      }
      for (const { id, row, doc, words, pages, stamp, before } of placed) {
        if (row === undefined) {
          if (before !== undefined) takeDoc.run(doc);
          continue;
        }
        const fields = JSON.parse(row.fields); // written by the rule
        putDoc.run(doc, id, pages, stamp);
        putFacts?.run(doc, invoiceTokens({ unitId: row.unitId, fields }).join(' '));
        if (words) putPages?.run(doc, keptWords(doc, [unitToken(row.unitId), ...words]));
        for (const word of nameWords(fields.supplierName.value ?? '')) putName.run(word);
      }
      after();
    })();
  }

  async function followChanges({ seq }: Level): Promise<boolean> {
    const lines = changed.all(seq, perStep);
    const last = lines.at(-1);
    if (last === undefined) return false;
    const ids = [...new Set(lines.map(({ id }) => id))];
    const rows = new Map(rowsOf.all(JSON.stringify(ids)).map((row) => [row.id, row]));
    const first = Math.max(highest.get() ?? 0, 1e12) + 1;
    await put(
      ids.map((id) => ({ id, row: rows.get(id) })),
      (place) => first + place,
      () => moveOn.run(last.seq),
    );
    return true;
  }

  /** What was there before the search was: from the newest to the oldest, for ids are made by time. */
  async function walk({ walkId, lowest }: Level): Promise<boolean> {
    if (walkId === null) return false;
    const found = walked.all(walkId, perWalk);
    const last = found.at(-1);
    const sought = found.filter(({ id }) => docOf.get(id) === undefined).reverse();
    const first = lowest - sought.length;
    await put(
      sought.map((row) => ({ id: row.id, row })),
      (place) => first + place,
      () => walkOn.run(last?.id ?? null, first, found.length),
    );
    return true;
  }

  /** Pages that were not here may have come since: once over, at each start. */
  async function lookAgain(): Promise<boolean> {
    const lines = missing.all(missingBelow, perStep);
    const last = lines.at(-1);
    if (last === undefined) return false;
    missingBelow = last.doc;
    const rows = rowsOf.all(JSON.stringify(lines.map(({ id }) => id)));
    const here: Sought[] = [];
    for (const row of rows) {
      const pages = JSON.parse(row.pages) as readonly InvoicePage[]; // written by the rule
      if (pages[0] !== undefined && (await blobs.has(pages[0].wordsSha256))) here.push({ id: row.id, row });
    }
    if (here.length > 0)
      await put(
        here,
        () => 0,
        () => {},
      );
    return true;
  }

  const merges = ['page_words', 'facts'].map((table) =>
    search.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 100)`),
  );
  const changes = search.prepare<[], number>('SELECT total_changes()').pluck();
  return {
    level: () => level.get(),
    elsewhere: () => countMissing.get() ?? 0,
    step: async () => {
      const now = level.get();
      return now !== undefined && ((await followChanges(now)) || (await walk(now)) || (await lookAgain()));
    },
    merge: () =>
      merges.some((merge) => {
        const before = changes.get() ?? 0;
        merge.run();
        return (changes.get() ?? 0) - before > 1;
      }),
  };
}

const keptWords = (doc: number, tokens: readonly string[]): string =>
  tokens.map((token) => onShelf(shelfOf(doc), token)).join(' ');

/** Names the pages that an invoice has, whose they are, and whether they may be searched: 48 bits. */
const stampOf = ({ pages, unitId, isProtected }: Row): number =>
  createHash('sha256').update(`${isProtected} ${unitId} ${pages}`).digest().readUIntBE(0, 6);
