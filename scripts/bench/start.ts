/**
 * From nothing to a queue that can be used, with 100 000 invoices in the workspace: the time until the first rows are on the
 * screen, the choice of person included, beside a bare Electron window on the same runtime in the same run.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../../test/e2e/launch.ts';
import { filledWorkspace } from './with-workspace.ts';

const rows = 100_000;
const runs = 5;
const bareProgram = join(import.meta.dirname, 'bare-window');

const workspace = await filledWorkspace(rows);
const userData = mkdtempSync(join(tmpdir(), 'fakturist-bench-'));
await timeOurs(); // makes the people of the demonstration, once
await timeBare();

const ours: number[] = [];
const bare: number[] = [];
let cold = true;
for (let run = 0; run < runs; run += 1) {
  cold &&= forgetFiles();
  ours.push(await timeOurs());
  cold &&= forgetFiles();
  bare.push(await timeBare());
}
rmSync(userData, { recursive: true, force: true, maxRetries: 5 });

console.info(
  `${runs} runs each, ${cold ? 'with the system’s file cache emptied before each' : 'file cache warm (emptying it needs root on Linux)'}; median [lowest–highest]`,
);
console.info(`usable queue, ${rows} invoices   ${spread(ours)}`);
console.info(`bare Electron window            ${spread(bare)}`);
console.info(`ratio                           ${(median(ours) / median(bare)).toFixed(2)}   (aims: ≤ 2, and ≤ 3 000 ms)`);
process.exit(0);

async function timeOurs(): Promise<number> {
  const startedAtMs = performance.now();
  const { page, close } = await launchApp({ workspace, userData, demonstration: true, args: ['--without-documents'] });
  await page.getByText('Anna Berg').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[role=row][data-row="5"]').waitFor();
  const tookMs = performance.now() - startedAtMs;
  await close();
  return tookMs;
}

async function timeBare(): Promise<number> {
  const startedAtMs = performance.now();
  const { page, close } = await launchApp({ program: bareProgram });
  await page.locator('#bare').waitFor();
  const tookMs = performance.now() - startedAtMs;
  await close();
  return tookMs;
}

/** Empties the file cache, as after a reboot. False where that is not allowed. */
function forgetFiles(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function spread(values: readonly number[]): string {
  return `${Math.round(median(values))} ms [${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}]`;
}
