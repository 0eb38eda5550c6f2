import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cells } from './cells.ts';
import { asTable, type CellResult, runCell } from './matrix.ts';

/** `npm run test:faults -- [--runs 50] [--only 'answers lost'] [--jobs 2]` */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});
const wanted = cells.filter(({ fault }) => values.only === undefined || fault.includes(values.only));
const folder = mkdtempSync(join(tmpdir(), 'fakturist-faults-'));
chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user
const results: (CellResult | undefined)[] = wanted.map(() => undefined);

async function work(next: () => number): Promise<void> {
  for (let place = next(); place < wanted.length; place = next()) {
    const cell = wanted[place];
    if (cell === undefined) return;
    const startedMs = performance.now();
    const result = await runCell(cell, Number(values.runs), join(folder, `cell-${place}`));
    results[place] = result;
    console.info(`${cell.fault}: ${result.runs} runs in ${Math.round((performance.now() - startedMs) / 1_000)} s`);
  }
}

let taken = 0;
const next = (): number => taken++;
await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(next)));
rmSync(folder, { recursive: true, force: true });

const done = results.filter((result) => result !== undefined);
console.info(`\n${asTable(done)}`);
const bad = done.filter(({ lost, doubled, diverged, stalled }) => lost + doubled + diverged + stalled > 0);
process.exit(bad.length === 0 && done.length === wanted.length ? 0 : 1);
