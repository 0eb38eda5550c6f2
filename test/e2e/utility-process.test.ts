import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from './children.ts';
import { type LaunchedApp, launchApp, root } from './launch.ts';

/**
 * The way in which children start on a current Electron, in a real Electron: also on the older one that stands in for it, which
 * has utility processes but cannot load the engine's database.
 */
const program = join(root, 'out', 'test', 'utility-process');
let launched: LaunchedApp;

beforeAll(async () => {
  await rm(program, { recursive: true, force: true });
  await mkdir(program, { recursive: true });
  await bundle({
    main: 'test/e2e/fixtures/utility-process/main.ts',
    'echo-child': 'test/processes/fixtures/echo-child.ts',
  });
  await bundle({ preload: 'src/main/preload.ts' }, 'cjs');
  await writeFile(join(program, 'package.json'), JSON.stringify({ name: 'fixture', type: 'module', main: 'main.js' }));
  await writeFile(join(program, 'index.html'), '<!doctype html><title>fixture</title>');
  launched = await launchApp({ program });
});

afterAll(() => launched?.close());

test('a utility process gets its settings, and a port by its name', async () => {
  expect(await check('settings')).toEqual({ name: 'page', settings: { workspace: '/där/borta' } });
});

test('a page image of 8 MB passes as the same bytes', async () => {
  expect(await check('bytes')).toEqual({ isBytes: true, same: true });
});

test('a utility process that is killed closes its ports', async () => {
  expect(await check('killed')).toBe('closed');
});

test('a utility process that crashes ends with a status, and tells where in its log', async () => {
  // Electron now and then drops what a process wrote last: one telling in five will do.
  const logs: string[] = [];
  for (let tries = 0; tries < 5 && !logs.join('').includes('told to crash'); tries += 1) {
    const { why, log } = (await check('crashed')) as { why: { code: number }; log: string };
    expect(why.code).not.toBe(0);
    logs.push(log);
  }
  expect(logs.join('')).toContain('told to crash');
});

test('a utility process that is asked to stop ends in good order', async () => {
  expect(await check('stopped')).toEqual({ code: 0, signal: null });
});

test('a port that the utility process closes is closed here too', async () => {
  expect(await check('closedByChild')).toBe('closed');
});

test('two utility processes are joined without main between them', async () => {
  expect(await check('joined')).toBe('hello');
});

test('a utility process bears our name in the list of processes', async () => {
  expect(await check('named')).toContain('Fakturist echo');
});

test('the page talks with a utility process by a port of its own, which closes with the page', async () => {
  await launched.page.evaluate(() => {
    const page = globalThis as unknown as PageWindow;
    page.heard = new Promise((resolve) => {
      page.addEventListener('message', (event) => {
        const port = event.ports[0];
        if (event.data !== 'engine-port' || port === undefined) return;
        port.onmessage = (answer) => resolve(answer.data);
        port.postMessage('hello from the page');
      });
    });
  });
  const pid = (await check('page')) as number;
  expect(await launched.page.evaluate(() => (globalThis as unknown as PageWindow).heard)).toBe('hello from the page');
  await launched.page.reload();
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});

test('a utility process ends when the program is killed', async () => {
  const pid = (await check('page')) as number;
  await launched.killHard();
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});

const check = (name: string): Promise<unknown> =>
  launched.app.evaluate((_electron, asked) => (globalThis as unknown as FixtureWorld).checks[asked]?.(), name);

function bundle(input: Record<string, string>, format: 'es' | 'cjs' = 'es') {
  return build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      outDir: program,
      emptyOutDir: false,
      ssr: true,
      minify: false,
      rollupOptions: {
        input,
        external: ['electron'],
        output: { format, entryFileNames: format === 'es' ? '[name].js' : '[name].cjs' },
      },
    },
  });
}

type FixtureWorld = { readonly checks: Readonly<Record<string, () => Promise<unknown>>> };
type PagePort = { onmessage: (event: { readonly data: unknown }) => void; postMessage(message: unknown): void };
type PageWindow = {
  heard: Promise<unknown>;
  addEventListener(
    name: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly PagePort[] }) => void,
  ): void;
};
