import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, powerMonitor } from 'electron';
import { isFromPage } from './guard.ts';
import { pageOrigin } from './page-protocol.ts';
import { keepWindowPlace, readWindowPlace, smallest } from './window-place.ts';

/** Opens the one window. `connect` is called when its page wants a port. Runs in Electron's main process. */
export function openWindow(options: {
  readonly preload: string;
  readonly developer: boolean;
  readonly connect: (window: BrowserWindow) => void;
}): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json');
  const { maximized, ...bounds } = readWindowPlace(placeFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Fakturist',
    backgroundColor: '#fafafa',
    show: false,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false, // would fetch word lists over the network
      devTools: options.developer,
    },
  });
  const page = window.webContents;
  keepWindowPlace(window, placeFile);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  page.on('render-process-gone', () => setTimeout(() => !window.isDestroyed() && page.reload(), 500));

  ipcMain.on('connect', (event) => {
    if (isFromPage(event, page)) options.connect(window);
  });
  ipcMain.on('print', (event) => {
    if (isFromPage(event, page)) page.print();
  });
  powerMonitor.on('lock-screen', () => {
    if (!window.isDestroyed()) page.send('lock');
  });

  void window.loadURL(`${pageOrigin}/`);
  return window;
}
