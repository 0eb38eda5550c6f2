/**
 * Starts the built program in its window, under a virtual screen where there is none.
 * `node scripts/run-electron.mjs [arguments for the program]`
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureElectron } from './electron-runtime.mjs';
import { hasDisplay, isRoot, root } from './places.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/** Chromium's sandbox cannot be had as root; a virtual screen has no graphics card. */
export function chromiumFlags({ virtualDisplay }) {
  return [...(isRoot ? ['--no-sandbox'] : []), ...(virtualDisplay ? ['--disable-gpu'] : [])];
}

/** Resolves with the program's exit status. */
export async function runElectron(programArguments) {
  const { executablePath } = await ensureElectron();
  const screen = hasDisplay ? undefined : await startVirtualDisplay();
  const env = screen === undefined ? process.env : { ...process.env, DISPLAY: screen.display };
  const args = [...chromiumFlags({ virtualDisplay: screen !== undefined }), root, ...programArguments];
  const program = spawn(executablePath, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal));
  const status = await new Promise((done, failed) => program.on('exit', (code) => done(code ?? 1)).on('error', failed));
  screen?.stop();
  return status;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await runElectron(process.argv.slice(2)));
