/**
 * Workstations and the server, on a real PostgreSQL with fsync on: each figure beside the bare work done by hand in the same run.
 * `--runs 5` (3 if not said): medians, and in brackets the lowest and the highest. `--only hints` and the like for one part.
 */
import { parseArgs } from 'node:util';
import { commandsPerSecond, invoicesNeeded } from './sync/commands-per-second.ts';
import { type Line, tableOf } from './sync/figures.ts';
import { hints } from './sync/hints.ts';
import { localWork } from './sync/local-work.ts';
import { snapshot } from './sync/snapshot.ts';
import { setStage } from './sync/stage.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } } });
const runs = Number(values.runs);

const stage = await setStage({ devices: 300, invoices: invoicesNeeded });
const parts = { commands: commandsPerSecond, snapshot, hints, local: localWork };
try {
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.info(`measuring ${name} …`);
    lines.push(...(await measure(stage, runs)));
  }
  console.info(`\n${tableOf(lines)}`);
} finally {
  await stage.close();
}
