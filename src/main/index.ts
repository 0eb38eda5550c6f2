/** The program's first process: starts the engine and the readers, opens the window, and hands ports over. */
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, MessageChannelMain, session } from 'electron';
import { readCommandLine } from './command-line.ts';
import type { Child } from './processes/child.ts';
import { openLog } from './processes/rotating-log.ts';
import { makePipe, startChild } from './processes/start-child.ts';
import { supervise } from './processes/supervise.ts';
import { guardPages, guardSession } from './window/guard.ts';
import { setMenu } from './window/menu.ts';
import { openWindow } from './window/open-window.ts';
import { registerPageScheme, servePage } from './window/page-protocol.ts';
import { findWorkspaceKey } from './window/workspace-key.ts';

const built = dirname(dirname(fileURLToPath(import.meta.url)));
/** Electron sets this where it runs a folder of sources and not an installed program. */
const isInstalled = process.defaultApp !== true;
const resources = isInstalled ? process.resourcesPath : join(app.getAppPath(), 'resources');

/** The queue comes first: a reader that loads its OCR data meanwhile would take half of a small machine from it. */
const readersAfterMs = 1_500;

registerPageScheme();
for (const quiet of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
  app.commandLine.appendSwitch(quiet);
}
if (app.requestSingleInstanceLock()) app.whenReady().then(run);
else app.quit();

function run() {
  const { workspace, demonstration, withoutDocuments, saveCopiesTo } = readCommandLine();
  const logFolder = join(app.getPath('userData'), 'logs');
  const log = openLog(logFolder);
  const workspaceKey = demonstration ? undefined : findWorkspaceKey(workspace);
  if (workspaceKey?.keyStore === 'none') log('main')('There is no key store for this workspace: it is not encrypted.');
  const engineSettings = { workspace, resources, demonstration, withoutDocuments, ...workspaceKey };

  /** The window whose page has asked for a port, and so gets a new one with each new engine. */
  let connected: BrowserWindow | undefined;

  const supervisor = supervise({
    startEngine: () => start('engine', engineSettings),
    startReader: (forClerk) => start('reader', { ocrDataPath: join(resources, 'ocr'), forClerk }),
    readerCount: Math.min(2, availableParallelism()),
    clerkReader: true,
    makePipe,
    engineStarted: (engine) => {
      if (connected !== undefined) connect(engine, connected);
    },
    log: log('main'),
  });

  function start(name: 'engine' | 'reader', settings: Record<string, string | boolean>): Child {
    return startChild({ entry: join(built, 'main', `${name}.js`), name, settings, log: log(name) });
  }

  guardPages();
  guardSession(session.defaultSession, saveCopiesTo);
  servePage(session.defaultSession, { page: join(built, 'renderer'), workspace });
  const window = openWindow({
    preload: join(built, 'preload', 'preload.cjs'),
    developer: !isInstalled,
    connect(asking) {
      connected = asking;
      const engine = supervisor.engine();
      if (engine !== undefined) connect(engine, asking);
    },
  });
  window.once('ready-to-show', () => setTimeout(supervisor.startReaders, readersAfterMs));
  setMenu({ window: () => (window.isDestroyed() ? undefined : window), logFolder, developer: !isInstalled });

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  stopInGoodOrder(supervisor.stop);
}

/** Gives the page and the engine one end each of a new channel. */
function connect(engine: Child, window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const { port1, port2 } = new MessageChannelMain();
  engine.connect('page', port1);
  window.webContents.postMessage('engine-port', null, [port2]);
}

/** The engine closes its files before the program ends. */
function stopInGoodOrder(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
