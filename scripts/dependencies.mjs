/** Installs node_modules when it is missing or not what the lock file says. Runs on Node 20 without dependencies. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.fakturist-lock');

export function ensureDependencies() {
  requireNode(20, 11);
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readIfThere(stampFile) === lockHash) return;
  if (!installedMatchesLock()) install();
  writeFileSync(stampFile, lockHash);
}

function requireNode(major, minor) {
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  console.error(`Fakturist needs Node ${major}.${minor} or later to set itself up; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm keeps a list of what it installed; a developer's own `npm install` must not be thrown away. */
function installedMatchesLock() {
  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined || !existsSync(join(root, 'node_modules', 'node', 'bin'))) return false;
  const has = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || has[path]?.version === wanted.version,
  );
}

function install() {
  console.info('Installing dependencies (a minute or two the first time) …');
  let result = npm('ci');
  if (lacksOnlyOtherPlatforms(result.stderr)) result = npm('install', '--no-save');
  if (result.status === 0) return;
  console.error(result.stdout ?? '', result.stderr ?? '', result.error?.message ?? '');
  console.error('The dependencies could not be installed; what npm said stands above.');
  process.exit(1);
}

/**
 * `npm ci` refuses a lock file that was made where the registry has no packages for other platforms: it misses them by name.
 * `npm install --no-save` then installs what the lock file says, and leaves it as it is.
 */
function lacksOnlyOtherPlatforms(said) {
  const complaints = [...(said ?? '').matchAll(/\b(Missing|Invalid): (.*)$/gm)];
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const optional = new Set(Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {})));
  const isOptional = (what) => optional.has(/^(.+)@\S* from lock file$/.exec(what)?.[1]);
  return complaints.length > 0 && complaints.every(([, kind, what]) => kind === 'Missing' && isOptional(what));
}

function npm(...args) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 100_000_000 };
  return spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], options);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
