import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Degradation, Scanned } from '../../../test/make/papers/degrade.ts';
import { type BatchTruth, makeBatch } from '../../../test/make/papers/make-batch.ts';
import { makeFile } from '../../../test/make/papers/make-paper.ts';
import type { PaperTruth } from '../../../test/make/papers/paper-truth.ts';
import { cacheFolder, sha256Of, sourceHash } from './source-hash.ts';

/** A generated file on the disk and its truth. */
export type TestFile<Truth = PaperTruth> = {
  readonly seed: number;
  readonly degradation: Degradation;
  readonly path: string;
  readonly sha256: string;
  readonly truth: Truth;
};

type Wanted = NonNullable<Parameters<typeof makeFile>[2]>;
const generator = sourceHash(
  'test/make/papers',
  'test/make/documents/photograph.ts',
  'test/make/documents/save-page.ts',
  'test/make/documents/seeded.ts',
);
const folder = join(cacheFolder, 'files', generator);

export const testFile = (seed: number, degradation: Degradation, wanted: Wanted = {}): Promise<TestFile> =>
  keptFile(
    [seed, degradation, ...Object.entries(wanted).map(([key, value]) => `${key}=${value}`)].join('-'),
    { seed, degradation },
    () => makeFile(seed, degradation, wanted),
  );

export const testBatch = (seed: number, degradation: Scanned): Promise<TestFile<BatchTruth>> =>
  keptFile(`batch-${seed}-${degradation}`, { seed, degradation }, () => makeBatch(seed, degradation));

type Made<Truth> = { readonly fileName: string; readonly bytes: Uint8Array; readonly truth: Truth };

/** Makes a file, or takes it from the cache: making is most of the time when only the extraction has changed. */
export async function keptFile<Truth>(
  name: string,
  about: Pick<TestFile, 'seed' | 'degradation'>,
  make: () => Promise<Made<Truth>>,
): Promise<TestFile<Truth>> {
  const note = join(folder, `${name}.json`);
  if (existsSync(note)) return JSON.parse(await readFile(note, 'utf8')) as TestFile<Truth>; // written by ourselves
  const { fileName, bytes, truth } = await make();
  const path = join(folder, `${name}.${fileName.split('.').at(-1)}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, bytes);
  const made: TestFile<Truth> = { ...about, path, sha256: sha256Of(bytes), truth };
  await writeFile(`${note}.${process.pid}`, JSON.stringify(made));
  await rename(`${note}.${process.pid}`, note);
  return made;
}
