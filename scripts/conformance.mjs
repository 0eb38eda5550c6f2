/** `npm run test:conformance`: every published rule case and invoice through our rules, under Node 24. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';

ensureDependencies();
const main = join(root, 'test', 'conformance', 'main.ts');
process.exit(spawnSync(nodeBinary(), [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1);
