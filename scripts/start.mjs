/** `npm start`: sets up what is missing and opens the program in the demonstration workspace. Runs on Node 20. */
import { spawnSync } from 'node:child_process';
import { hasDisplay, nodeBinary, root } from './places.mjs';
import { setUpForWindow } from './set-up.mjs';

await setUpForWindow();

if (!hasDisplay) {
  console.info(
    'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demonstration (npm run demo) instead.',
  );
  process.exit(spawnSync(nodeBinary(), ['scripts/demo.mjs'], { cwd: root, stdio: 'inherit' }).status ?? 1);
}

const { runElectron } = await import('./run-electron.mjs');
process.exit(await runElectron(['--demonstration', ...process.argv.slice(2)]));
