/**
 * How well supplier invoices are read: generated papers go through the readers and the extraction, and what comes out is held against
 * what was printed. `npm run bench -- reading [options]`.
 *
 *   --documents N        so many papers (200)
 *   --seed S             the first paper's seed (1)
 *   --judge              the seeds that are kept for judging: a figure to be told, never to be tuned by
 *   --degradations LIST  digital, clean, office, worn, fax: taken in turn over the papers (clean,office,worn,fax)
 *   --no-cache           recognise every page anew; else words are kept in out/bench-cache for as long as src/main/reader is the same
 *   --any-reader         words that an earlier version of src/main/reader gave will do: for whoever tunes the extraction alone
 *   --dump SEED:DEGRADATION DIR   writes one paper's file, truth, words and proposal, and stops
 *
 * Papers are made by `test/make/papers`: one seed draws the supplier, the layout and what is billed (`paper-facts.ts`, `layout.ts`), `draw-paper.ts`
 * prints them, `degrade.ts` scans them, and `paper-truth.ts` says what a perfect reading gives. Every field that is not right stands in
 * out/bench/reading-errors.tsv.
 */
import { parseArgs } from 'node:util';
import { type Degradation, degradations } from '../../test/make/papers/degrade.ts';
import { firstJudgingSeed } from '../../test/make/papers/judging-seeds.ts';
import { readDocuments, writeErrors } from './reading/accuracy.ts';
import { dump } from './reading/dump.ts';
import { openThrough } from './reading/read-through.ts';
import { showAccuracy } from './reading/show-accuracy.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '200' },
    seed: { type: 'string' },
    judge: { type: 'boolean', default: false },
    degradations: { type: 'string', default: 'clean,office,worn,fax' },
    'no-cache': { type: 'boolean', default: false },
    'any-reader': { type: 'boolean', default: false },
    dump: { type: 'string' },
  },
});

const chosen = values.degradations.split(',').filter((name): name is Degradation => degradations.some((one) => one === name));
const firstSeed = Number(values.seed ?? 1) + (values.judge ? firstJudgingSeed : 0);
const through = await openThrough(2, values['no-cache'] ? 'fresh' : values['any-reader'] ? 'any-reader' : 'this-reader');
try {
  if (values.dump !== undefined) await dump(through, values.dump, positionals[0] ?? 'out/bench/dump');
  else await measure();
} finally {
  await through.close();
}

async function measure(): Promise<void> {
  const results = await readDocuments(through, { documents: Number(values.documents), firstSeed, degradations: chosen });
  showAccuracy(results);
  console.info(`\nevery field that is not right: ${await writeErrors(results)}`);
}
