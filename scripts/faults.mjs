/** `npm run test:faults -- [--runs 50] [--only 'answers lost'] [--jobs 2]`: the fault matrix with real processes, under Node 24. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';
import { ensurePostgresLinks } from './postgres-links.mjs';

ensureDependencies();
ensurePostgresLinks();
const main = join(root, 'test', 'faults', 'run.ts');
process.exit(spawnSync(nodeBinary(), [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1);
