import { join } from 'node:path';
import Database from 'better-sqlite3';
import { registerSearch } from '../../../src/main/engine/queries/register-search.ts';
import { dayInSweden } from '../../../src/shared/base/day.ts';
import { oddsOf } from '../../../test/make/papers/odds.ts';
import { abbreviated, misspelt } from '../../../test/make/register-twins.ts';
import { type MadeSupplier, supplierAt } from '../../../test/make/registers.ts';
import { registerSeed, supplierId } from '../with-registers.ts';
import { median, ms, percent, percentile, timed } from './figures.ts';

/** What clerks type for a supplier that they seek. Null: this one has no such thing. */
const questions: { readonly [name: string]: (made: MadeSupplier, n: number) => string | null } = {
  'a name, letter by letter': ({ name }, n) => name.slice(0, 1 + (n % Math.min(12, name.length))),
  'the whole name': ({ name }) => name,
  'two words begun': ({ name }) =>
    name.split(' ').length < 2
      ? null
      : name
          .split(' ')
          .slice(0, 2)
          .map((word) => word.slice(0, 4))
          .join(' '),
  'last word first': ({ name }) => (name.split(' ').length < 2 ? null : name.split(' ').toReversed().slice(0, 3).join(' ')),
  'with a slip': ({ name }, n) => misspelt(name, oddsOf(n, 'slip')),
  abbreviated: ({ name }) => (abbreviated(name) === name ? null : abbreviated(name)),
  'organisation number': ({ organisationNumber }) =>
    organisationNumber === null ? null : `${organisationNumber.slice(0, 6)}-${organisationNumber.slice(6)}`,
  'organisation number, twelve digits': ({ organisationNumber }) => organisationNumber && `16${organisationNumber}`,
  'organisation number begun': ({ organisationNumber }) => organisationNumber?.slice(0, 5) ?? null,
  'personal number': ({ personalNumber }) => personalNumber,
  'VAT number': ({ vatNumber }) => vatNumber,
  bankgiro: ({ paymentNumbers }) => paymentNumbers.find(({ kind }) => kind === 'bankgiro')?.number ?? null,
  IBAN: ({ paymentNumbers }) => paymentNumbers.find(({ kind }) => kind === 'iban')?.number ?? null,
};
/** A bare FTS5 table can answer these too. */
const comparable = ['a name, letter by letter', 'the whole name', 'two words begun', 'last word first'];
/** Too little is typed to find the very one that was meant. */
const begun = ['a name, letter by letter', 'two words begun', 'organisation number begun'];

/** First hits of the register's box, beside the same words asked of a bare FTS5 table over the names. */
export function measureSearch(workspace: string, suppliers: number, perQuestion = 60) {
  const connection = new Database(join(workspace, 'workspace.db'), { readonly: true });
  const search = registerSearch(connection);
  const today = dayInSweden(Date.now());
  const bare = bareTable(suppliers);
  const limit = 20;
  const [ours, oursCompared, bareMs, unorderedMs]: [number[], number[], number[], number[]] = [[], [], [], []];
  console.info(`\nsearch in ${suppliers} suppliers${''.padEnd(14)}p50         p95       found`);
  for (const [name, question] of Object.entries(questions)) {
    const [times, bareTimes]: [number[], number[]] = [[], []];
    let [asked, found] = [0, 0];
    for (let turn = 0; asked < perQuestion && turn < perQuestion * 40; turn += 1) {
      const n = (turn * 7_919) % suppliers;
      const made = supplierAt(registerSeed, n);
      const text = question(made, turn);
      if (text === null) continue;
      asked += 1;
      const input = { register: 'supplier', text, limit, scopes: [], mayFindPersons: true, today } as const;
      times.push(timed(() => search(input)));
      const { hits, resting } = search(input);
      if ([...hits, ...resting].some(({ id, name: same }) => id === supplierId(n) || same === made.name)) found += 1;
      if (!comparable.includes(name)) continue;
      bareTimes.push(timed(() => bare.best(text, limit)));
      unorderedMs.push(timed(() => bare.any(text, limit)));
    }
    ours.push(...times);
    if (comparable.includes(name)) oursCompared.push(...times);
    bareMs.push(...bareTimes);
    const share = begun.includes(name) ? '' : percent(found / asked);
    console.info(
      `  ${name.padEnd(38)}${ms(median(times)).padEnd(12)}${ms(percentile(times, 0.95)).padEnd(10)}${share}${bareTimes.length > 0 ? `   (bare FTS5 ${ms(median(bareTimes))}, ${ms(percentile(bareTimes, 0.95))})` : ''}`,
    );
  }
  connection.close();
  return {
    p50: median(ours),
    p95: percentile(ours, 0.95),
    compared: { p50: median(oursCompared), p95: percentile(oursCompared, 0.95) },
    bare: { p50: median(bareMs), p95: percentile(bareMs, 0.95) },
    unordered: { p50: median(unorderedMs), p95: percentile(unorderedMs, 0.95) },
  };
}

/** As somebody would who wanted just this: the names in FTS5 as it comes, the best first or in any order. */
function bareTable(suppliers: number) {
  const connection = new Database(':memory:');
  connection.exec(`CREATE VIRTUAL TABLE bare USING fts5(name, city, prefix='2 3')`);
  const insert = connection.prepare('INSERT INTO bare (rowid, name, city) VALUES (?, ?, ?)');
  connection.transaction(() => {
    for (let n = 0; n < suppliers; n += 1) {
      const { name, city } = supplierAt(registerSeed, n);
      insert.run(n + 1, name, city);
    }
  })();
  const best = connection.prepare('SELECT rowid, name, city FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?');
  const any = connection.prepare('SELECT rowid, name, city FROM bare WHERE bare MATCH ? LIMIT ?');
  const asked = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"*`).join(' ');
  return {
    best: (text: string, limit: number): unknown => best.all(asked(text), limit),
    any: (text: string, limit: number): unknown => any.all(asked(text), limit),
  };
}
