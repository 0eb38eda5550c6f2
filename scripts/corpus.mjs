/** `npm run test:corpus`: every hostile file through real reader processes, under Node 24. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';

ensureDependencies();
const main = join(root, 'test', 'corpus', 'main.ts');
process.exit(spawnSync(nodeBinary(), [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1);
