/** Everything that must be in place before the program or its tests can run. Each step is quick when there is nothing to do. */
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

/** Dependencies, system packages, Electron, and a build of the sources as they are. */
export async function setUpForWindow() {
  ensureDependencies();
  const { ensureSystemPackages } = await import('./system-packages.mjs');
  const { ensureElectron } = await import('./electron-runtime.mjs');
  const { ensureBuilt } = await import('./build.mjs');
  const { ensurePostgresLinks } = await import('./postgres-links.mjs');
  ensurePostgresLinks();
  ensureSystemPackages();
  await ensureElectron();
  ensureBuilt();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUpForWindow();
