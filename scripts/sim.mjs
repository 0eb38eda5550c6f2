/** `npm run sim -- --runs 20000 [--seed N] [--jobs 2] [--path RUN]`: the simulation of docs/simulation.md, under Node 24. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';

ensureDependencies();
const main = join(root, 'test', 'simulation', 'main.ts');
process.exit(spawnSync(nodeBinary(), [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1);
