/**
 * Registers at the size of a large municipality's: `npm run bench -- registers [options]`.
 *
 *   --suppliers N   (200 000)
 *   --invoices N    (1 000 000)
 *   --part NAME     only this part, and any more that are named: search, twins
 *
 * The workspace is made once and kept in out/bench.
 */
import { parseArgs } from 'node:util';
import { ms } from './registers/figures.ts';
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

if (wanted('twins')) measureTwins(suppliers);
if (wanted('search')) {
  const { p50, p95, compared, bare } = measureSearch(await filledRegisters(suppliers, invoices), suppliers);
  console.info(`  all: p50 ${ms(p50)}, p95 ${ms(p95)} (aim ≤ 20 ms)`);
  console.info(
    `  what bare FTS5 can answer too: p50 ${ms(compared.p50)}, p95 ${ms(compared.p95)}; bare p50 ${ms(bare.p50)}, p95 ${ms(bare.p95)}`,
  );
  console.info(
    `  ratio: of p50 ${(compared.p50 / bare.p50).toFixed(2)}, of p95 ${(compared.p95 / bare.p95).toFixed(2)} (aim ≤ 2)`,
  );
}
