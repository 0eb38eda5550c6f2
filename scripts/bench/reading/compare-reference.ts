import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import { inTurn, type Result } from './accuracy.ts';
import { type FieldTruth, type Judged, judgeFields } from './judge-fields.ts';
import { nativeLines } from './native-tesseract.ts';
import { pagePictures } from './page-pictures.ts';
import { readByPatterns } from './reference.ts';
import { printTable, three } from './tables.ts';
import { byField, tallyOf } from './tallies.ts';

type Page = { readonly path: string; readonly sha256: string };

export async function readByReference(file: Page, truth: FieldTruth): Promise<readonly Judged[]> {
  const lines: string[] = [];
  for (const picture of await pagePictures(file)) lines.push(...(await nativeLines(picture)));
  return judgeFields(truth, readByPatterns(lines));
}

/** The native engine and plain label patterns on the same pages. */
export async function compareReference(results: readonly Result[], version: string): Promise<readonly Judged[]> {
  console.info(`\nthe reference reads the same pages (${version}, --psm 3 -l swe, plain label patterns) …`);
  const judged = (await inTurn(results, 2, ({ file }) => readByReference(file, file.truth))).flat();
  showAgainst(
    results.flatMap((result) => result.judged),
    judged,
  );
  return judged;
}

export function showAgainst(ours: readonly Judged[], reference: readonly Judged[]): void {
  const [own, other] = [byField(ours), byField(reference)];
  const row = (name: string, one: readonly Judged[], two: readonly Judged[]): readonly string[] => {
    const [a, b] = [tallyOf(one), tallyOf(two)];
    return [name, three(a.f1), three(b.f1), b.f1 === 0 ? '–' : (a.f1 / b.f1).toFixed(2), three(a.recall), three(b.recall)];
  };
  printTable(
    'against the reference',
    ['', 'F1', 'reference', 'ratio', 'recall', 'reference'],
    [...fieldNames.map((name) => row(name, own.get(name) ?? [], other.get(name) ?? [])), row('all', ours, reference)],
  );
}
