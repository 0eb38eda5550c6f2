import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Judged, judgeFields } from '../../scripts/bench/reading/judge-fields.ts';
import { openThrough, type Through } from '../../scripts/bench/reading/read-through.ts';
import { sha256Of } from '../../scripts/bench/reading/source-hash.ts';
import { tallyOf } from '../../scripts/bench/reading/tallies.ts';
import type { PaperTruth } from '../make/papers/paper-truth.ts';

/** The papers in test/golden/papers, read the product's whole way with an empty register. `npm run bench -- reading` says more, on many. */
const folder = join(import.meta.dirname, '..', 'golden', 'papers');
const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const judged = new Map<string, readonly Judged[]>();
let through: Through;

beforeAll(async () => {
  through = await openThrough(2, 'fresh');
  await Promise.all(
    files.map(async (name) => {
      const truth = JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8')) as PaperTruth;
      const path = join(folder, name);
      const { documents } = await through.read({ path, sha256: sha256Of(readFileSync(path)) });
      judged.set(name, judgeFields(truth, documents[0]?.proposal.fields));
    }),
  );
}, 300_000);
afterAll(() => through.close());

const of = (start: string): readonly Judged[] =>
  files.filter((name) => name.startsWith(start)).flatMap((name) => judged.get(name) ?? []);

test.each([
  ['digital', 0.9],
  ['clean', 0.85],
  ['office', 0.85],
  ['worn', 0.7],
  ['fax', 0.6],
])('%s papers: F1 at least %d', (degradation, least) => {
  const own = of(degradation);
  expect(own.length).toBeGreaterThan(0);
  expect(tallyOf(own).f1).toBeGreaterThanOrEqual(least);
});

test('no field is green and wrong', () => {
  const wrong = [...judged].flatMap(([name, fields]) =>
    fields
      .filter(({ state, verdict }) => state === 'safe' && (verdict === 'wrong' || verdict === 'invented'))
      .map((one) => ({ name, ...one })),
  );
  expect(wrong).toEqual([]);
});
