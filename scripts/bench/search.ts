/**
 * The one search (Ctrl+K) over a workspace of so many invoices: how long its index takes to fill and how large it is, how long the engine takes to
 * answer what clerks type, and the same looked for by hand with bare SQL in the same run. `npm run bench -- search --rows 100000`.
 */
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillSearch } from '../../src/main/engine/queries/search/fill-search.ts';
import { findInvoices } from '../../src/main/engine/queries/search/find-invoices.ts';
import { openSearchFile, startOver } from '../../src/main/engine/queries/search/search-file.ts';
import { openWorkspaceFile } from '../../src/main/engine/store/open.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import { onShelf, readSearch, shelfOf } from '../../src/shared/domain/search/index.ts';
import { filledWorkspace, resources, seeded } from './with-workspace.ts';

const driver = { open: Database };
const today = '2026-11-25' as Day;
const vocabulary = 40_000;
const wordsPerPage = 180;
const repeats = 10;

/** Pages of words that are as common as in a language, and of numbers that stand on one page only; the same for the same invoice in each run. */
function madePages() {
  let made = 0;
  const wordOf = (place: number) =>
    `${['bok', 'stol', 'kabel', 'vård', 'frakt', 'skruv', 'papper', 'tjänst'][place % 8]}${place.toString(36)}`;
  return {
    has: async () => true,
    read: async () => {
      made += 1;
      const luck = seeded(made);
      const words = Array.from({ length: wordsPerPage }, (_, at) =>
        at % 6 === 0 ? String(Math.floor(luck() * 1e7)) : wordOf(Math.floor(luck() ** 4 * vocabulary)),
      );
      const page = {
        page: 1,
        widthPx: 1,
        heightPx: 1,
        textSource: 'ocr',
        words: words.map((text, at) => ({ text, line: Math.floor(at / 8), box: [0, 0, 1, 1], confidence: 1 })),
      };
      return new TextEncoder().encode(JSON.stringify(page));
    },
  };
}

export async function benchSearch(rows: number): Promise<void> {
  const workspace = await filledWorkspace(rows);
  const folder = join(workspace, '..', `search-${rows}`);
  const file = openWorkspaceFile(workspace, join(resources, 'migrations', 'workspace'), driver);
  if (!existsSync(join(folder, 'filled'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const search = openSearchFile(folder, driver);
    startOver(
      search.writer,
      'bench',
      Number(file.reader.prepare('SELECT coalesce(max(seq), 0) FROM searched_changes').pluck().get()),
    );
    const filling = fillSearch(file.reader, search.writer, madePages());
    const startedAtMs = performance.now();
    let longestMs = 0;
    for (;;) {
      const stepAtMs = performance.now();
      const found = await filling.step();
      filling.merge();
      longestMs = Math.max(longestMs, performance.now() - stepAtMs);
      if (!found) break;
    }
    while (filling.merge()) {}
    const tookMs = performance.now() - startedAtMs;
    search.writer.pragma('wal_checkpoint(TRUNCATE)');
    search.close();
    cpSync(join(resources, 'migrations', 'workspace', 'meta', '_journal.json'), join(folder, 'filled'));
    console.info(
      `filled: ${rows} invoices in ${(tookMs / 1000).toFixed(1)} s (${((tookMs * 1000) / rows).toFixed(0)} µs each), longest piece ${longestMs.toFixed(0)} ms`,
    );
  }
  const bytes = statSync(join(folder, 'search.db')).size;
  console.info(`search.db: ${(bytes / 1e6).toFixed(0)} MB, ${(bytes / rows).toFixed(0)} bytes an invoice`);

  const search = openSearchFile(folder, driver);
  const { find } = findInvoices(file.reader, search.reader);
  const some = file.reader
    .prepare<[], { number: string; name: string; total: number }>(
      'SELECT number, supplier_name AS name, total_minor AS total FROM supplier_invoices ORDER BY id LIMIT 400',
    )
    .all()
    .filter((_, at) => at % 20 === 0);
  const typed: { readonly [what: string]: readonly string[] } = {
    'whole number': some.map(({ number }) => number),
    'begun number, 2 figures': some.map(({ number }) => number.slice(0, 2)),
    amount: some.map(({ total }) => `${Math.floor(total / 100)},${String(total % 100).padStart(2, '0')}`),
    name: some.map(({ name }) => name),
    'begun name, 3 letters': some.map(({ name }) => name.slice(0, 3)),
    'name with a slip': some.map(({ name }) => name.replace(/^(..)(.)(.)/, '$1$3$2')),
    'rare word on a page': ['kabelu2', 'stol8gk', 'vårdu4x', 'skruv9q5'],
    'common words on a page': ['bok0', 'stol1', 'kabel2 vård3', 'frakt4'],
    'begun, as thousands of words do': ['bok', 'frakt', 'papp', 'tjäns'],
    'begun, two such words': ['frakt papp', 'skru vår'],
    'begun, and a rare word': ['frakt stol8gk', 'papp kabelu2'],
    nothing: ['zzqqx', '99999999999'],
  };
  const line = (what: string, times: readonly number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(8);
    console.info(`${what.padEnd(32)} median ${at(0.5)} ms · p95 ${at(0.95)} ms`);
  };
  const all: number[] = [];
  for (const [what, texts] of Object.entries(typed)) {
    const times: number[] = [];
    for (let round = 0; round < repeats; round += 1)
      for (const text of texts) {
        const startedAtMs = performance.now();
        const read = readSearch(text, today);
        if (read.ok)
          find({
            search: read.value,
            limit: 8,
            scopes: round % 2 === 0 ? [everyUnit] : ['unit:main'],
            mayFindPersons: true,
            today,
          });
        times.push(performance.now() - startedAtMs);
      }
    all.push(...times);
    line(what, times);
  }
  line('all of them', all);
  const bare: { readonly [what: string]: readonly [string, readonly (string | number)[]] } = {
    'bare SQL: number, by its index': [
      'SELECT id FROM supplier_invoices WHERE sort_number >= ? AND sort_number < ? LIMIT 8',
      some.flatMap(({ number }) => number),
    ],
    'bare SQL: amount, by its index': [
      'SELECT id FROM supplier_invoices WHERE sort_total = ? LIMIT 8',
      some.map(({ total }) => total),
    ],
    'bare FTS5: a word on a page': [
      'SELECT rowid FROM page_words WHERE page_words MATCH ? ORDER BY rowid DESC LIMIT 8',
      (typed['rare word on a page'] ?? []).map((word) => onShelf(shelfOf(1e12), word)),
    ],
    'bare SQL: name, LIKE %…%': ['SELECT id FROM supplier_invoices WHERE supplier_name LIKE ? LIMIT 8', ['%zzqqx%']],
  };
  for (const [what, [sql, values]] of Object.entries(bare)) {
    const statement = (sql.includes('page_words') ? search.reader : file.reader).prepare(sql);
    const times = values.map((value) => {
      const startedAtMs = performance.now();
      statement.all(...(sql.includes('sort_number') ? [value, `${value}\u{10ffff}`] : [value]));
      return performance.now() - startedAtMs;
    });
    line(what, times);
  }
  search.close();
  file.close();
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rows: { type: 'string' } } });
  await benchSearch(Number(values.rows ?? 1_000_000));
}
