/**
 * The queues at 1 000 000 invoices (`--rows` for another size): every view and declared sort, in the engine and in the real window from the key to
 * the painted rows, beside the bare SQL of a page in the same run; scrolling and jumping; the counts of views after a change; the search.
 * `--part engine`, `window` or `search` for one of them; the engine's share is always measured.
 */
import { parseArgs } from 'node:util';
import { benchEngine } from './queues/engine.ts';
import { printHead, printLine } from './queues/figures.ts';
import { benchWindow } from './queues/window.ts';
import { benchSearch } from './search.ts';
import { filledWorkspace } from './with-workspace.ts';

const { values } = parseArgs({ options: { rows: { type: 'string' }, part: { type: 'string' } } });
const rows = Number(values.rows ?? 1_000_000);
const does = (part: string): boolean => values.part === undefined || values.part === part;

const workspace = await filledWorkspace(rows);
printHead(`${rows} invoices, in the engine, p95 in ms`);
const byHandMs = benchEngine(workspace, printLine);
if (does('window')) {
  printHead(`${rows} invoices, in the window, p95 in ms`);
  await benchWindow(workspace, byHandMs, printLine);
}
if (does('search')) {
  console.info('\nsearch, first hits, beside the bare SQL; aim p95 ≤ 300 ms');
  await benchSearch(rows);
}
process.exit(0);
