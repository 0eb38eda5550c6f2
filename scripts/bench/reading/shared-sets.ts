import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurn } from './accuracy.ts';
import { type Judged, judgeFields } from './judge-fields.ts';
import { nativeLines } from './native-tesseract.ts';
import { pagePictures } from './page-pictures.ts';
import type { Through } from './read-through.ts';
import { readByPatterns } from './reference.ts';
import { invoice2dataTruth, odooTruth, receiptTruth, type SharedTruth, svefakturaTruth, ublTruth } from './shared-truth.ts';
import { root, sha256Of } from './source-hash.ts';
import { percentText, printTable, three } from './tables.ts';
import { byField, tallyOf } from './tallies.ts';

type Case = { readonly path: string; readonly truth: SharedTruth };
type SharedSet = { readonly name: string; readonly folder: string; readonly cases: (folder: string) => Promise<readonly Case[]> };

/** Every file of one ending that has a truth beside it. */
async function pairs(
  folder: string,
  ending: string,
  truthEnding: string,
  read: (path: string) => Promise<SharedTruth>,
): Promise<readonly Case[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith(ending) && existsSync(join(folder, name.replace(ending, truthEnding))))
    .sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), truth: await read(join(folder, name.replace(ending, truthEnding))) })),
  );
}

const data = join(root, '..', 'shared', 'data');
const sets: readonly SharedSet[] = [
  {
    name: 'zugferd (born digital, German)',
    folder: 'zugferd/pdf-with-ubl-truth',
    cases: (folder) => pairs(folder, '.pdf', '.ubl.xml', ublTruth),
  },
  {
    name: 'sfti-swedish (one Swedish invoice)',
    folder: 'sfti-swedish/svefaktura-1.0',
    cases: async (folder) => [
      { path: join(folder, 'artikelfaktura.pdf'), truth: await svefakturaTruth(join(folder, 'svefaktura bas.xml')) },
    ],
  },
  {
    name: 'invoice2data (English, Dutch)',
    folder: 'invoice2data',
    cases: (folder) => pairs(folder, '.pdf', '.json', invoice2dataTruth),
  },
  { name: 'odoo (French pictures)', folder: 'odoo-invoice-dataset', cases: (folder) => pairs(folder, '.jpg', '.xml', odooTruth) },
  {
    name: 'sroie (Asian receipts, scanned)',
    folder: 'sroie-receipts',
    cases: (folder) => pairs(folder, '.jpg', '.json', receiptTruth),
  },
];

/** Real pages that nobody here made, each set apart; what their truth does not tell is not judged. */
export async function measureShared(through: Through, { native }: { readonly native: boolean }): Promise<Record<string, number>> {
  const report: Record<string, number> = {};
  for (const { name, folder, cases } of sets) {
    if (!existsSync(join(data, folder))) {
      console.info(`\n${name}: not here, skipped`);
      continue;
    }
    const all = await cases(join(data, folder));
    const read = await inTurn(all, 3, async ({ path, truth }) => readCase(through, { path, truth, native }));
    const ours = read.flatMap((one) => one.ours);
    const reference = read.flatMap((one) => one.reference);
    report[name] = tallyOf(ours).f1;
    show(
      `${name}, ${all.length} files, ${read.filter(({ failure }) => failure !== undefined).length} not read`,
      ours,
      reference,
      native,
    );
  }
  return report;
}

async function readCase(through: Through, { path, truth, native }: Case & { readonly native: boolean }) {
  const file = { path, sha256: sha256Of(await readFile(path)) };
  const { documents, failure } = await through.read(file);
  const ours = judgeFields(truth, documents[0]?.proposal.fields, truth.names);
  const lines: string[] = [];
  if (native) for (const picture of await pagePictures(file)) lines.push(...(await nativeLines(picture)));
  return { ours, failure, reference: native ? judgeFields(truth, readByPatterns(lines), truth.names) : [] };
}

function show(title: string, ours: readonly Judged[], reference: readonly Judged[], native: boolean): void {
  const other = byField(reference);
  const row = (name: string, own: readonly Judged[], theirs: readonly Judged[]): readonly string[] => {
    const tally = tallyOf(own);
    return [
      name,
      String(tally.printed),
      three(tally.recall),
      three(tally.precision),
      three(tally.f1),
      native ? three(tallyOf(theirs).f1) : '–',
      percentText(tally.greenShare),
      String(tally.wrongGreen),
    ];
  };
  printTable(
    title,
    ['', 'printed', 'recall', 'precision', 'F1', 'reference F1', 'green share', 'wrong green'],
    [...[...byField(ours)].map(([name, own]) => row(name, own, other.get(name) ?? [])), row('all', ours, reference)],
  );
}
