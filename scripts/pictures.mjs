/** `npm run pictures`: takes the pictures of every screen, in a real window. Runs on Node 20. */
import { spawnSync } from 'node:child_process';
import { nodeBinary, root } from './places.mjs';
import { setUpForWindow } from './set-up.mjs';

await setUpForWindow();
process.exit(
  spawnSync(nodeBinary(), ['test/e2e/demo/take-pictures.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ??
    1,
);
