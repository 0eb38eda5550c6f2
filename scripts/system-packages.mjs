/** The Debian packages that a window needs. Runs on Node 20 without dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasDisplay, isRoot } from './places.mjs';

/** Newer Debian and Ubuntu have renamed some: either name will do. */
const forWindow = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2', 'libasound2t64'],
  ['libxss1'],
  ['libnotify4'],
];
const forVirtualDisplay = [['xvfb'], ['xauth']];

/** Installs what is missing as root on Debian, else prints the line that does. Ends the program when a window cannot open. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = findMissing();
  if (missing.length === 0) return;

  if (isRoot) {
    console.info(`Installing system packages: ${missing.map(([name]) => name).join(' ')} …`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(availableName)]);
    if (findMissing().length === 0) return;
  }
  console.error('The window needs system packages that are missing. Install them with:');
  console.error(
    `  ${isRoot ? '' : 'sudo '}apt-get update && ${isRoot ? '' : 'sudo '}apt-get install -y ${missing.map(availableName).join(' ')}`,
  );
  process.exit(1);
}

function findMissing() {
  const wanted = hasDisplay ? forWindow : [...forVirtualDisplay, ...forWindow];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the words of dpkg-query
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted.flat()], { encoding: 'utf8' });
  const installed = new Set(
    query.stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

function availableName(names) {
  const isKnown = (name) => spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
  return names.findLast(isKnown) ?? names[0];
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (result.status !== 0) console.error(result.stdout, result.stderr);
}
