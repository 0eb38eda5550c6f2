import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureElectron } from '../../scripts/electron-runtime.mjs';
import { childrenOf, isAlive } from './children.ts';
import { type LaunchedApp, launchApp, root } from './launch.ts';

let userData: string;
let launched: LaunchedApp;

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'fakturist-lifecycle-'));
  launched = await launchApp({ userData, demonstration: true });
});

afterEach(async () => {
  await launched.close().catch(() => {});
  await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The engine and the readers, once both kinds run: readers start after the window. */
async function allChildren(running: LaunchedApp): Promise<number[]> {
  await expect.poll(async () => (await childrenOf(running, 'reader')).length, { timeout: 20_000 }).toBeGreaterThan(0);
  return [...(await childrenOf(running, 'engine')), ...(await childrenOf(running, 'reader'))];
}

test('an engine that is killed is started again, and the page gets a new port', async () => {
  const before = await givenPorts(launched.page);
  const [engine] = await childrenOf(launched, 'engine');
  expect(engine).toBeDefined();
  process.kill(Number(engine), 'SIGKILL');
  await expect.poll(() => ports(launched.page), { timeout: 20_000 }).toBe(before + 1);
});

test('a reader that is killed is started again', async () => {
  await expect.poll(async () => (await childrenOf(launched, 'reader')).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const before = await childrenOf(launched, 'reader');
  process.kill(Number(before[0]), 'SIGKILL');
  await expect
    .poll(async () => (await childrenOf(launched, 'reader')).filter((pid) => !before.includes(pid)).length, {
      timeout: 20_000,
    })
    .toBe(1);
});

test('nothing is left when the whole program is killed, and it starts again on the same workspace', async () => {
  const children = await allChildren(launched);
  expect(children.length).toBeGreaterThan(1);
  await launched.killHard();
  await expect.poll(() => children.filter((pid) => isAlive(pid)), { timeout: 10_000 }).toEqual([]);
  launched = await launchApp({ userData, demonstration: true });
  expect(await launched.page.title()).toBe('Fakturist');
});

test('nothing is left when the window is closed', async () => {
  const children = await allChildren(launched);
  await launched.close();
  expect(children.filter((pid) => isAlive(pid))).toEqual([]);
});

test('a second start of the program gives way to the first', async () => {
  const { executablePath } = await ensureElectron();
  const env = await launched.app.evaluate(() => ({ ...process.env }));
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', root, `--user-data-dir=${userData}`];
  const second = spawn(executablePath, [...args, '--demonstration'], { env, stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  expect(await launched.page.title()).toBe('Fakturist');
});

test('a workspace on a computer without a key store opens, and the log says that it is not encrypted', async () => {
  await launched.close();
  const workspace = join(userData, 'a-workspace');
  launched = await launchApp({ userData, workspace });
  await givenPorts(launched.page);
  const hasStore = await launched.app.evaluate(
    ({ safeStorage }) => safeStorage.isEncryptionAvailable() && safeStorage.getSelectedStorageBackend?.() !== 'basic_text',
  );
  const log = await readFile(join(userData, 'logs', 'fakturist.log'), 'utf8').catch(() => '');
  expect(log.includes('it is not encrypted')).toBe(!hasStore);
});

test('the window stands where it stood the last time', async () => {
  const wanted = { x: 60, y: 50, width: 1100, height: 700 };
  const bounds = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await launched.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), wanted);
  await expect.poll(bounds, { timeout: 10_000 }).toEqual(wanted); // the screen takes its time
  await launched.close();
  launched = await launchApp({ userData, demonstration: true });
  await expect.poll(bounds, { timeout: 10_000 }).toEqual(wanted);
});

/** Asks for a port, and gives how many the page has once it rests: the page's own may come just then. */
async function givenPorts(page: Page): Promise<number> {
  await countPorts(page);
  await expect.poll(() => ports(page), { timeout: 20_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(1_000);
  return ports(page);
}

/** Counts the ports that the page is given, from now on; the last one is kept open. */
const countPorts = (page: Page) =>
  page.evaluate(() => {
    const world = globalThis as unknown as PageWorld;
    world.portCount = 0;
    world.addEventListener('message', (event) => {
      if (event.data === 'engine-port') world.portCount += 1;
    });
    world.fakturist.connect();
  });

const ports = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as PageWorld).portCount);

type PageWorld = {
  portCount: number;
  readonly fakturist: { connect(): void };
  addEventListener(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
};
