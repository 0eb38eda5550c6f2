import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { degradations } from '../../../test/make/papers/degrade.ts';
import { makePaper } from '../../../test/make/papers/make-paper.ts';
import { readOne } from './accuracy.ts';
import { testFile } from './made-files.ts';
import type { Through } from './read-through.ts';
import { isKnown, registerSuppliers } from './register.ts';

/** Writes all there is of one paper, to be looked at. */
export async function dump(through: Through, which: string, folder: string): Promise<void> {
  const [seed = '1', name = 'clean'] = which.split(':');
  const degradation = degradations.find((one) => one === name);
  if (degradation === undefined) throw new Error(`${name} is none of ${degradations.join(', ')}`);
  const file = await testFile(Number(seed), degradation);
  if (isKnown(file.truth.supplierSeed)) await through.register((store) => registerSuppliers(store, [file.truth.supplierSeed]));
  const { reading, judged, known } = await readOne(through, file);
  await mkdir(folder, { recursive: true });
  await copyFile(file.path, join(folder, basename(file.path)));
  await writeFile(join(folder, `${seed}.pdf`), (await makePaper(Number(seed))).pdf);
  const notes = {
    truth: file.truth,
    words: reading.documents.map(({ pages }) => pages.map(({ words }) => words)),
    proposal: reading.documents.map(({ proposal }) => proposal),
    judged,
  };
  for (const [what, value] of Object.entries(notes))
    await writeFile(join(folder, `${seed}-${name}.${what}.json`), `${JSON.stringify(value, null, 1)}\n`);
  console.info(`${folder}: seed ${seed}, ${name}, supplier ${known ? 'known' : 'unknown'}`);
  for (const one of judged)
    if (one.verdict !== 'right' && one.verdict !== 'empty')
      console.info(`  ${one.field}: ${one.verdict}, printed ${one.expected}, proposed ${one.got}`);
}
