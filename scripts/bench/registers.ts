/**
 * Registers at the size of a large municipality's: `npm run bench -- registers [options]`.
 *
 *   --suppliers N   (200 000)
 *   --invoices N    (1 000 000); the duplicate check is shown at a hundredth, a tenth and all of them
 *   --part NAME     only this part, and any more that are named: search, twins, merge, duplicates, import
 *
 * What is made for it is kept in out/bench for the next run.
 */
import { parseArgs } from 'node:util';
import { showDuplicates } from './registers/duplicates.ts';
import { ms } from './registers/figures.ts';
import { measureImport } from './registers/import.ts';
import { measureMerge } from './registers/merge.ts';
import { measureSearch } from './registers/search.ts';
import { measureTwins } from './registers/twins.ts';
import { filledRegisters } from './with-registers.ts';

const { values } = parseArgs({
  options: {
    suppliers: { type: 'string', default: '200000' },
    invoices: { type: 'string', default: '1000000' },
    part: { type: 'string', multiple: true },
  },
});
const suppliers = Number(values.suppliers);
const invoices = Number(values.invoices);
const wanted = (part: string): boolean => values.part === undefined || values.part.includes(part);

if (wanted('search')) {
  const growth: { readonly rows: number; readonly p95: number }[] = [];
  for (const rows of [suppliers / 20, suppliers]) {
    const workspace = await filledRegisters(rows, rows === suppliers ? invoices : 0);
    const { p50, p95, compared, bare, unordered } = measureSearch(workspace, rows);
    growth.push({ rows, p95 });
    console.info(`  all: p50 ${ms(p50)}, p95 ${ms(p95)} (aim ≤ 20 ms)`);
    console.info(`  what bare FTS5 can answer too: p50 ${ms(compared.p50)}, p95 ${ms(compared.p95)}`);
    for (const [name, other] of [
      ['the best first', bare],
      ['in any order', unordered],
    ] as const)
      console.info(
        `    bare, ${name.padEnd(14)} p50 ${ms(other.p50)}, p95 ${ms(other.p95)}; ratio of p50 ${(compared.p50 / other.p50).toFixed(2)}, of p95 ${(compared.p95 / other.p95).toFixed(2)} (aim ≤ 2)`,
      );
  }
  console.info(`  growth of p95: ${growth.map(({ rows, p95 }) => `${rows}: ${ms(p95)}`).join(', ')}`);
}
if (wanted('twins')) await measureTwins(await filledRegisters(suppliers, invoices), suppliers);
if (wanted('merge')) await measureMerge(await filledRegisters(suppliers, invoices), suppliers);
if (wanted('duplicates'))
  await showDuplicates({ quality: Math.min(100_000, invoices), sizes: [invoices / 100, invoices / 10, invoices] });
if (wanted('import')) await measureImport(suppliers);
