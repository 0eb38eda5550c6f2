/** `npm run bench -- NAME`: prints our figure, the reference's in the same run, and the ratio. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';
import { ensurePostgresLinks } from './postgres-links.mjs';
import { setUpForWindow } from './set-up.mjs';

const folder = join(root, 'scripts', 'bench');
const [name = '', ...rest] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);
const isBenchmark = (entry) => entry.endsWith('.ts') && !entry.startsWith('with-');
const names = readdirSync(folder).flatMap((entry) => (isBenchmark(entry) ? entry.replace('.ts', '') : []));
if (name === '' || !existsSync(file)) {
  console.info(`npm run bench -- ${names.join(' | ')}`);
  process.exit(2);
}
if (name === 'start' || name === 'queues') await setUpForWindow();
else ensureDependencies();
if (name === 'sync') ensurePostgresLinks();
process.exit(spawnSync(nodeBinary(), [file, ...rest], { stdio: 'inherit' }).status ?? 1);
