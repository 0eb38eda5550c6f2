/**
 * How well supplier invoices are read: generated papers go through the readers, the intake and the extraction, and what comes out is held
 * against what was printed. `npm run bench -- reading [options]`.
 *
 *   --documents N        so many papers (200)
 *   --seed S             the first paper's seed (1)
 *   --judge              the seeds that are kept for judging: a figure to be told, never to be tuned by
 *   --degradations LIST  digital, clean, office, worn, fax: taken in turn over the papers (clean,office,worn,fax)
 *   --splits --odd --learning --shared --speed    only these parts (odd: turned pages, papers that are no invoices), without the accuracy tables; without any of them, all but the speed
 *   --all                every part
 *   --accuracy           only the accuracy tables, or beside the parts that are named
 *   --no-native          without the reference: native Tesseract and plain label patterns on the same pages
 *   --no-cache           recognise every page anew; else what readers gave is kept in out/bench-cache for as long as src/main/reader is the same
 *   --any-reader         what an earlier version of src/main/reader gave will do: for whoever tunes the extraction alone
 *   --strangers              a register full of suppliers that the senders who are not in it may be taken for
 *   --calibrate          writes src/shared/domain/extraction/confidence-table.ts from what was read; never from the judging seeds
 *   --dump SEED:DEGRADATION DIR   writes one paper's file, truth, words and proposal, and stops
 *
 * Papers are made by `test/make/papers`: one seed draws the supplier, the layout and what is billed (`paper-facts.ts`, `layout.ts`),
 * `draw-paper.ts` prints them, `degrade.ts` scans them, `make-batch.ts` piles them up, and `paper-truth.ts` says what a perfect reading gives.
 * A field that is not printed is null in the truth; what is right though not printed as such (`implied`) counts neither way.
 *
 * Every field that is not right stands in out/bench/reading-errors.tsv, and the figures of the run in out/bench/reading.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Degradation, degradations } from '../../test/make/papers/degrade.ts';
import { firstJudgingSeed } from '../../test/make/papers/judging-seeds.ts';
import { readDocuments, writeErrors } from './reading/accuracy.ts';
import { calibrate } from './reading/calibrate.ts';
import { compareReference } from './reading/compare-reference.ts';
import { dump } from './reading/dump.ts';
import { measureLearning } from './reading/learning.ts';
import { nativeVersion } from './reading/native-tesseract.ts';
import { measureOthers, measureTurned } from './reading/odd-papers.ts';
import { openThrough } from './reading/read-through.ts';
import { measureShared } from './reading/shared-sets.ts';
import { showAccuracy } from './reading/show-accuracy.ts';
import { root } from './reading/source-hash.ts';
import { measureSpeed } from './reading/speed.ts';
import { measureSplits } from './reading/splits.ts';
import { tallyOf } from './reading/tallies.ts';

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '200' },
    seed: { type: 'string' },
    degradations: { type: 'string', default: 'clean,office,worn,fax' },
    dump: { type: 'string' },
    judge: flag,
    all: flag,
    accuracy: flag,
    splits: flag,
    odd: flag,
    learning: flag,
    shared: flag,
    speed: flag,
    calibrate: flag,
    strangers: flag,
    'no-native': flag,
    'no-cache': flag,
    'any-reader': flag,
  },
});

const chosen = values.degradations.split(',').filter((name): name is Degradation => degradations.some((one) => one === name));
const documents = Number(values.documents);
const firstSeed = Number(values.seed ?? 1) + (values.judge ? firstJudgingSeed : 0);
const version = values['no-native'] ? undefined : nativeVersion();
const named =
  values.accuracy || values.splits || values.odd || values.learning || values.shared || values.speed || values.calibrate;
const wants = (part: 'accuracy' | 'splits' | 'odd' | 'learning' | 'shared'): boolean => values.all || values[part] || !named;
if (values.calibrate && values.judge) throw new Error('The judging seeds are not for calibration');

if (values.dump !== undefined)
  await withReaders((through) => dump(through, values.dump ?? '', positionals[0] ?? 'out/bench/dump'));
else await measure();

async function withReaders<Made>(work: (through: Awaited<ReturnType<typeof openThrough>>) => Promise<Made>): Promise<Made> {
  const through = await openThrough(2, values['no-cache'] ? 'fresh' : values['any-reader'] ? 'any-reader' : 'this-reader');
  try {
    return await work(through);
  } finally {
    await through.close();
  }
}

async function measure(): Promise<void> {
  const report: Record<string, unknown> = { firstSeed, documents, degradations: chosen, judged: values.judge };
  await withReaders(async (through) => {
    const asked = { documents, firstSeed, degradations: chosen, strangers: values.strangers };
    if (wants('accuracy') || values.calibrate) {
      const results = await readDocuments(through, asked);
      report.accuracy = showAccuracy(results);
      console.info(`\nevery field that is not right: ${await writeErrors(results)}`);
      if (version === undefined)
        console.info('the reference was not read: native Tesseract with Swedish is not installed, or not wanted');
      else report.reference = tallyOf(await compareReference(results, version));
      if (values.calibrate) {
        const learned = await measureLearning(through, { suppliers: Math.ceil(documents / 3), firstSeed, degradations: chosen });
        await calibrate([...results, ...learned.map(({ after }) => after)]);
        return;
      }
    }
    if (wants('splits'))
      report.splits = await measureSplits(through, { batches: Math.max(8, Math.round(documents / 5)), firstSeed });
    if (wants('odd')) {
      report.turned = tallyOf(
        (await measureTurned(through, { papers: Math.max(8, Math.round(documents / 8)), firstSeed })).flatMap(
          ({ judged }) => judged,
        ),
      );
      report.othersToldSo = await measureOthers(through, { papers: Math.max(6, Math.round(documents / 6)), firstSeed });
    }
    if (wants('learning')) {
      const learned = await measureLearning(through, {
        suppliers: Math.max(8, Math.round(documents / 4)),
        firstSeed,
        degradations: chosen,
      });
      report.learning = tallyOf(learned.flatMap(({ after }) => after.judged));
    }
    if (wants('shared')) report.shared = await measureShared(through, { native: version !== undefined });
  });
  if (values.speed || values.all) report.speed = await measureSpeed({ firstSeed, pages: 16, native: version !== undefined });
  const folder = join(root, 'out', 'bench');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'reading.json'), `${JSON.stringify(report, null, 1)}\n`);
  console.info(`\nthe figures: ${join(folder, 'reading.json')}`);
}
