import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { companies } from '../test/make/documents/companies.ts';
import { makeDemonstration } from '../test/make/documents/demonstration.ts';

// Draws the demonstration documents anew: node scripts/make-demonstration.ts

const folder = fileURLToPath(new URL('../resources/demonstration/', import.meta.url));
const seed = 20_261_122;

await rm(`${folder}documents`, { recursive: true, force: true });
await mkdir(`${folder}documents`, { recursive: true });

const truth: Record<string, unknown> = {};
for await (const { fileName, bytes, documents } of makeDemonstration(seed)) {
  await writeFile(`${folder}documents/${fileName}`, bytes);
  truth[fileName] = { documents };
  console.log(`${fileName}: ${Math.round(bytes.length / 1024)} kB`);
}

const { garden, ...registered } = companies;
console.log(`Not in the register: ${garden.name}`);
const suppliers = Object.values(registered).map(({ domain, ...supplier }) => ({ ...supplier, email: `faktura@${domain}` }));
await writeFile(`${folder}suppliers.json`, `${JSON.stringify(suppliers, null, 2)}\n`);
await writeFile(`${folder}truth.json`, `${JSON.stringify(truth, null, 2)}\n`);
