import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Degradation, Turn } from '../../../test/make/papers/degrade.ts';
import { makeFile } from '../../../test/make/papers/make-paper.ts';
import type { PaperTruth } from '../../../test/make/papers/paper-truth.ts';
import { cacheFolder, sha256Of, sourceHash } from './source-hash.ts';

/** A generated file on the disk and its truth. */
export type TestFile = {
  readonly seed: number;
  readonly degradation: Degradation;
  readonly path: string;
  readonly sha256: string;
  readonly truth: PaperTruth;
};

type Wanted = NonNullable<Parameters<typeof makeFile>[2]> & { readonly turn?: Turn };
const generator = sourceHash(
  'test/make/papers',
  'test/make/documents/photograph.ts',
  'test/make/documents/save-page.ts',
  'test/make/documents/seeded.ts',
);
const folder = join(cacheFolder, 'files', generator);

/** Makes a file, or takes it from the cache: making is most of the time when only the extraction has changed. */
export async function testFile(seed: number, degradation: Degradation, wanted: Wanted = {}): Promise<TestFile> {
  const name = [seed, degradation, ...Object.entries(wanted).map(([key, value]) => `${key}=${value}`)].join('-');
  const note = join(folder, `${name}.json`);
  if (existsSync(note)) return { ...(JSON.parse(await readFile(note, 'utf8')) as TestFile), seed, degradation };
  const { fileName, bytes, truth } = await makeFile(seed, degradation, wanted);
  const path = join(folder, `${name}.${fileName.split('.').at(-1)}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, bytes);
  const made: TestFile = { seed, degradation, path, sha256: sha256Of(bytes), truth };
  await writeFile(`${note}.new`, JSON.stringify(made));
  await rename(`${note}.new`, note);
  return made;
}
