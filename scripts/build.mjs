/** Builds the program into out/ when its sources are not those of the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandScript, nodeBinary, root } from './places.mjs';

const stampFile = join(root, 'out', '.built');

export function ensureBuilt() {
  const sources = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return;
  build(sources);
}

function build(sources) {
  console.info('Building …');
  rmSync(stampFile, { force: true });
  const result = spawnSync(nodeBinary(), [commandScript('electron-vite'), 'build'], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) {
    console.error(result.stdout, result.stderr);
    console.error('The program could not be built; what the builder said stands above.');
    process.exit(1);
  }
  writeFileSync(stampFile, sources);
}

/** Names, sizes and times of all that goes into the build. */
function fingerprint() {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const hash = createHash('sha256');
  for (const path of [...files.sort(), join(root, 'electron.vite.config.ts'), join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\n${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(fingerprint());
