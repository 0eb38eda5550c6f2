import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Degradation } from '../../../test/make/papers/degrade.ts';
import { type Judged, judgeFields } from './judge-fields.ts';
import { type Matched, matchLines, matchVat } from './judge-tables.ts';
import { type TestFile, testFile } from './made-files.ts';
import type { Reading, Taught, Through } from './read-through.ts';
import { isKnown, registerSuppliers } from './register.ts';
import { root } from './source-hash.ts';
import { registerStrangers } from './strangers.ts';

/** One generated file, what was read of it, and how that stands to its truth. */
export type Result = {
  readonly file: TestFile;
  readonly known: boolean;
  readonly reading: Reading;
  readonly judged: readonly Judged[];
  readonly typeRight: boolean;
  readonly vat: Matched;
  readonly lines: Matched;
};

type Asked = {
  readonly documents: number;
  readonly firstSeed: number;
  readonly degradations: readonly Degradation[];
  /** The register holds strangers and neighbours that the senders may be taken for. */
  readonly strangers: boolean;
};

/** Reads so many documents, the degradations in turn. Files are made ahead of their reading, a few at a time. */
export async function readDocuments(
  through: Through,
  { documents, firstSeed, degradations, strangers }: Asked,
): Promise<readonly Result[]> {
  const seeds = Array.from({ length: documents }, (_, at) => firstSeed + at);
  await through.register(async (store) => {
    await registerSuppliers(store, seeds.filter(isKnown));
    if (strangers) await registerStrangers(store, seeds);
  });
  return inTurn(seeds, 4, async (seed, at) =>
    readOne(through, await testFile(seed, degradations[at % degradations.length] ?? 'clean')),
  );
}

/** Some at a time, the results in order; says now and then how far it has come. */
export async function inTurn<Thing, Made>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing, at: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const startedAtMs = performance.now();
  let [next, done] = [0, 0];
  async function worker(): Promise<void> {
    for (let at = next; at < things.length; at = next) {
      next += 1;
      made[at] = await work(things[at] as Thing, at); // at < length
      done += 1;
      if (done % 50 === 0)
        console.info(`${done} of ${things.length}, ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s`);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  return made;
}

export async function readOne(through: Through, file: TestFile, taught?: Taught): Promise<Result> {
  const reading = await through.read(file, taught);
  const proposal = reading.documents[0]?.proposal;
  const judged = judgeFields(file.truth, proposal?.fields);
  return {
    file,
    known: isKnown(file.truth.supplierSeed),
    reading,
    judged,
    typeRight: proposal?.documentType === file.truth.documentType,
    vat: matchVat(file.truth.vat, proposal?.vat ?? []),
    lines: matchLines(file.truth.lines, proposal?.lines ?? []),
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
            reading.documents[0]?.proposal.documentType ?? '',
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
