import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Degradation } from '../../../test/make/papers/degrade.ts';
import { type Judged, judgeFields } from './judge-fields.ts';
import { type TestFile, testFile } from './made-files.ts';
import type { Reading, Through } from './read-through.ts';
import { isKnown, knownSupplier } from './register.ts';
import { root } from './source-hash.ts';

/** One generated file, what was read of it, and how that stands to its truth. */
export type Result = {
  readonly file: TestFile;
  readonly known: boolean;
  readonly reading: Reading;
  readonly judged: readonly Judged[];
  readonly typeRight: boolean;
};

type Asked = { readonly documents: number; readonly firstSeed: number; readonly degradations: readonly Degradation[] };

/** Reads so many documents, the degradations in turn. */
export async function readDocuments(through: Through, { documents, firstSeed, degradations }: Asked): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const startedAtMs = performance.now();
  async function work(): Promise<void> {
    while (next < documents) {
      const seed = firstSeed + next;
      const degradation = degradations[next % degradations.length] ?? 'clean';
      next += 1;
      results.push(await readOne(through, await testFile(seed, degradation)));
      if (results.length % 25 === 0)
        console.info(`${results.length} of ${documents} read, ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s`);
    }
  }
  await Promise.all([work(), work(), work()]);
  return results.toSorted((a, b) => a.file.seed - b.file.seed);
}

export async function readOne(through: Through, file: TestFile): Promise<Result> {
  const known = isKnown(file.truth.supplierSeed);
  const reading = await through.read(file, known ? [knownSupplier(file.truth.supplierSeed)] : []);
  const [document] = reading.documents;
  return {
    file,
    known,
    reading,
    judged: judgeFields(file.truth, document?.fields),
    typeRight: document?.documentType === file.truth.documentType,
  };
}

/** Every field that is not right, one a row: for whoever tunes the extraction. */
export async function writeErrors(results: readonly Result[]): Promise<string> {
  const path = join(root, 'out', 'bench', 'reading-errors.tsv');
  const rows = results.flatMap(({ file, known, judged, reading, typeRight }) => [
    ...(typeRight
      ? []
      : [
          [
            file.seed,
            file.degradation,
            known ? 'known' : 'unknown',
            'documentType',
            'wrong',
            file.truth.documentType,
            reading.documents[0]?.documentType ?? '',
            '',
            '',
            '',
            '',
          ].join('\t'),
        ]),
    ...judged
      .filter(({ verdict }) => verdict === 'missed' || verdict === 'wrong' || verdict === 'invented')
      .map((one) =>
        [
          file.seed,
          file.degradation,
          known ? 'known' : 'unknown',
          one.field,
          one.verdict,
          one.expected ?? '',
          one.got ?? '',
          one.state,
          one.confidence.toFixed(3),
          one.evidence,
          file.path.slice(root.length + 1),
        ].join('\t'),
      ),
  ]);
  await mkdir(join(root, 'out', 'bench'), { recursive: true });
  await writeFile(
    path,
    `seed\tdegradation\tsupplier\tfield\tverdict\texpected\tgot\tstate\tconfidence\tevidence\tfile\n${rows.join('\n')}\n`,
  );
  return path;
}

export const fieldsInOrder = fieldNames;
