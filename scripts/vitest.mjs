/** `node scripts/vitest.mjs PROJECT [arguments]`: one vitest project under Node 24, with the dependencies installed first. */
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './dependencies.mjs';
import { commandScript, nodeBinary, root } from './places.mjs';
import { ensurePostgresLinks } from './postgres-links.mjs';
import { setUpForWindow } from './set-up.mjs';

const [project, ...rest] = process.argv.slice(2);
if (project === 'e2e') await setUpForWindow();
else {
  ensureDependencies();
  ensurePostgresLinks();
}

const args = [commandScript('vitest'), 'run', '--project', project, ...rest];
process.exit(spawnSync(nodeBinary(), args, { cwd: root, stdio: 'inherit' }).status ?? 1);
