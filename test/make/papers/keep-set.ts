import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Degradation } from './degrade.ts';
import { makeFile } from './make-paper.ts';

// Makes the few papers that are kept in the repository: node test/make/papers/keep-set.ts

/** So that the reader is tried on the same pages whatever becomes of the generator. */
export const keptFolder = fileURLToPath(new URL('../../golden/papers/', import.meta.url));

const wanted: readonly (readonly [Degradation, number])[] = [
  ['digital', 4],
  ['clean', 1],
  ['office', 4],
  ['worn', 3],
  ['fax', 3],
];
/** An invoice of one page, few lines; of this seed or the next that is. */
const firstSeed = 70_000;
const largestBytes = 250_000;

async function keepSet(): Promise<void> {
  await rm(keptFolder, { recursive: true, force: true });
  await mkdir(keptFolder, { recursive: true });
  let seed = firstSeed;
  for (const [degradation, count] of wanted)
    for (let left = count; left > 0; seed += 1) {
      const { fileName, bytes, truth } = await makeFile(seed, degradation, { lineCount: 1 + (seed % 6) });
      if (truth.pages.length > 1 || bytes.length > largestBytes) continue;
      const { documentType, fields, implied, vat } = truth;
      await writeFile(join(keptFolder, `${degradation}-${fileName}`), bytes);
      await writeFile(
        join(keptFolder, `${degradation}-${fileName}.truth.json`),
        `${JSON.stringify({ documentType, fields, implied, vat }, null, 1)}\n`,
      );
      left -= 1;
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keepSet();
