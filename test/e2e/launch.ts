import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { ensureElectron } from '../../scripts/electron-runtime.mjs';
import { startVirtualDisplay } from '../../scripts/virtual-display.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type LaunchedApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The process id of Electron's main process. */
  readonly pid: number;
  /** What the program keeps for the person: window place, logs. Removed by `close` when it was made here. */
  readonly userData: string;
  /** From the start of the process to the first window's page having loaded. */
  readonly startMs: number;
  /** Ends the program in good order. */
  close(): Promise<void>;
  /** Ends the program as a power cut does. */
  killHard(): Promise<void>;
};

/**
 * Opens the built program (`npm run build`) in a real Electron window, under a virtual screen where there is none.
 * For the end-to-end tests, the demonstration and the benchmarks.
 */
export async function launchApp(
  options: {
    readonly workspace?: string;
    readonly demonstration?: boolean;
    /** Given to start the program again on the same settings; otherwise a new folder that is removed by `close`. */
    readonly userData?: string;
    readonly saveCopiesTo?: string;
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    /** The folder of the program, or a main script of a test. */
    readonly program?: string;
  } = {},
): Promise<LaunchedApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'fakturist-e2e-')));
  const display = await ensureDisplay();
  const { executablePath } = await ensureElectron();

  const startedAtMs = performance.now();
  const app = await _electron.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...(display.virtual ? ['--disable-gpu'] : []),
      options.program ?? root,
      `--user-data-dir=${userData}`,
      ...(options.workspace === undefined ? [] : [`--workspace=${options.workspace}`]),
      ...(options.demonstration === true ? ['--demonstration'] : []),
      ...(options.saveCopiesTo === undefined ? [] : [`--save-copies-to=${options.saveCopiesTo}`]),
      ...(options.args ?? []),
    ],
    env: { ...withoutUndefined(process.env), ...display.env, ...options.env },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const startMs = performance.now() - startedAtMs;

  const removeUserData = async () => {
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('Electron did not start.');
  return {
    app,
    page,
    pid,
    userData,
    startMs,
    async close() {
      await app.close();
      await removeUserData();
    },
    async killHard() {
      const gone = new Promise((resolve) => app.process().once('exit', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}

type Display = { readonly virtual: boolean; readonly env: Readonly<Record<string, string>> };

let shared: Promise<Display> | undefined;

/** One virtual screen for all that this process launches. */
function ensureDisplay(): Promise<Display> {
  const hasOwn = process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (hasOwn) return Promise.resolve({ virtual: false, env: {} });
  shared ??= startVirtualDisplay().then(({ display }) => ({ virtual: true, env: { DISPLAY: display } }));
  return shared;
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
