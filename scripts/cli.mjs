/** `npm run -s cli -- …`: the command line under Node 24, with the dependencies installed first. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';

ensureDependencies();
const entry = join(root, 'src', 'cli', 'index.ts');
process.exit(spawnSync(nodeBinary(), [entry, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
