/** `npm start`: sets up what is missing and opens the program in the demonstration workspace. Runs on Node 20. */
import { hasDisplay } from './places.mjs';
import { setUpForWindow } from './set-up.mjs';

if (hasDisplay) {
  await setUpForWindow();
  const { runElectron } = await import('./run-electron.mjs');
  process.exit(await runElectron(['--demonstration', ...process.argv.slice(2)]));
}

console.info(
  'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demonstration (npm run demo) instead.',
);
await import('./demo.mjs');
