import type { Scanned } from '../../../test/make/papers/degrade.ts';
import type { BatchTruth } from '../../../test/make/papers/make-batch.ts';
import { inTurn } from './accuracy.ts';
import { testBatch } from './made-files.ts';
import type { Reading, Through } from './read-through.ts';
import { percentText, printTable } from './tables.ts';

export type BatchResult = {
  readonly seed: number;
  readonly degradation: Scanned;
  readonly pages: number;
  readonly split: boolean;
  readonly dropped: boolean;
  readonly appendices: boolean;
  readonly counted: boolean;
  readonly seen: string;
  readonly truth: string;
};

/** Mixed batches: whether every page came into the document that it is of. */
export async function measureSplits(
  through: Through,
  { batches, firstSeed }: { readonly batches: number; readonly firstSeed: number },
): Promise<readonly BatchResult[]> {
  const kinds = ['clean', 'office', 'worn', 'fax'] as const;
  const seeds = Array.from({ length: batches }, (_, at) => firstSeed + at);
  const results = await inTurn(seeds, 2, async (seed, at) => {
    const file = await testBatch(seed, kinds[at % kinds.length] ?? 'clean');
    return judge(file.seed, kinds[at % kinds.length] ?? 'clean', file.truth, await through.read(file));
  });
  const groups = [...Map.groupBy(results, ({ degradation }) => degradation), ['all', results] as const];
  printTable(
    `document split, ${batches} mixed batches`,
    ['', 'batches', 'pages', 'split exact', 'drops exact', 'appendices exact', 'counters agree'],
    groups.map(([name, own]) => [
      name,
      String(own.length),
      String(own.map(({ pages }) => pages).reduce((sum, pages) => sum + pages, 0)),
      ...(['split', 'dropped', 'appendices', 'counted'] as const).map((what) =>
        percentText(own.filter((one) => one[what]).length / own.length),
      ),
    ]),
  );
  console.info('aim: split exact on ≥ 95 % of mixed batches');
  for (const { seed, degradation, split, seen, truth } of results)
    if (!split) console.info(`  ${seed} ${degradation}: ${seen}, printed ${truth}`);
  return results;
}

function judge(seed: number, degradation: Scanned, truth: BatchTruth, { documents, dropped }: Reading): BatchResult {
  const pages = truth.documents.reduce((sum, document) => sum + document.pages.length, 0) + truth.dropped.length;
  const proposals = documents.map(({ proposal }) => proposal);
  const show = (documents: readonly { readonly pages: readonly number[] }[]): string =>
    documents.map((document) => document.pages.join(',')).join(' | ');
  const sorted = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join(',');
  return {
    seed,
    degradation,
    pages,
    split: show(proposals) === show(truth.documents),
    dropped: sorted(dropped.map(({ page }) => page)) === sorted(truth.dropped.map(({ page }) => page)),
    appendices:
      sorted(proposals.flatMap(({ appendixPages }) => appendixPages)) ===
      sorted(truth.documents.flatMap(({ appendixPages }) => appendixPages)),
    counted: proposals.reduce((sum, proposal) => sum + proposal.pages.length, 0) + dropped.length === pages,
    seen: show(proposals),
    truth: show(truth.documents),
  };
}
