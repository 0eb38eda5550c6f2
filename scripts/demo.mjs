/** `npm run demo`: drives the built program in a real window, under a virtual screen if need be. Runs on Node 20. */
import { spawnSync } from 'node:child_process';
import { nodeBinary, root } from './places.mjs';
import { setUpForWindow } from './set-up.mjs';

await setUpForWindow();
process.exit(
  spawnSync(nodeBinary(), ['test/e2e/demo/run-demo.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1,
);
