import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chances } from '../../../src/shared/domain/extraction/confidence-table.ts';
import { proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Result } from './accuracy.ts';
import { root } from './source-hash.ts';

const table = 'src/shared/domain/extraction/confidence-table.ts';
/** A signature that was seen more seldom says nothing; its coarser one then speaks for it. */
const fewest = 4;

/** Counts how often values with each signature were right, and writes the table that confidence is taken from. */
export async function calibrate(results: readonly Result[]): Promise<void> {
  const counts = new Map<string, [count: number, right: number]>();
  for (const { reading, judged } of results) {
    const [document] = reading.documents;
    if (document === undefined) continue;
    const words = document.pages.map((page) => page.words);
    const asked = signaturesAskedBy(() => proposeDocuments(words, document.around));
    for (const { field, got, verdict } of judged) {
      if (got === null || verdict === 'implied') continue;
      for (const signature of asked.filter((one) => one === field || one.startsWith(`${field} `))) {
        const [count, right] = counts.get(signature) ?? [0, 0];
        counts.set(signature, [count + 1, right + (verdict === 'right' ? 1 : 0)]);
      }
    }
  }
  const rows = [...counts].filter(([, [count]]) => count >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `/** Signature → how many values bore it, and how many of them were right. Made by \`npm run bench -- reading --calibrate\`; not by hand. */
export const chances: Readonly<Record<string, readonly [count: number, right: number]>> = {
${rows.map(([signature, [count, right]]) => `  '${signature}': [${count}, ${right}],`).join('\n')}
};
`;
  await writeFile(join(root, table), text);
  spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['check', '--write', table], { cwd: root });
  console.info(
    `\n${rows.length} signatures, from ${results.length} documents: ${table}. Run again without --calibrate to see what it is worth.`,
  );
}

/**
 * The signatures that a proposal looked up, the last three of each field: those of the value that it chose. The table is asked in no
 * other place, so what is missing from it is seen here.
 */
function signaturesAskedBy(propose: () => void): readonly string[] {
  const asked = new Map<string, string[]>();
  const kept = { ...chances };
  const open = chances as Record<string, readonly [number, number]>; // ours for as long as this runs
  for (const name of Object.keys(kept)) delete open[name];
  const before = Object.getPrototypeOf(open) as object;
  Object.setPrototypeOf(
    open,
    new Proxy(Object.create(null) as object, {
      get: (_, signature) => {
        const field = fieldNames.find((name) => String(signature) === name || String(signature).startsWith(`${name} `));
        if (field !== undefined) asked.set(field, [...(asked.get(field) ?? []), String(signature)].slice(-3));
        return undefined;
      },
    }),
  );
  try {
    propose();
  } finally {
    Object.setPrototypeOf(open, before);
    Object.assign(open, kept);
  }
  return [...asked.values()].flat();
}
