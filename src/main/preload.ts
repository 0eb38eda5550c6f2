/** Passes ports to the page; nothing else. Runs in the page's process, in a world of its own, inside Chromium's sandbox. */
import { contextBridge, ipcRenderer } from 'electron';
import { enginePortMessage, type PageBridge } from '../shared/contract/page-bridge.ts';

/** The part of the browser's window that is used here; the rest of this folder knows no browser. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, ports: readonly unknown[]): void;
};

const bridge: PageBridge = {
  connect: () => ipcRenderer.send('connect'),
  print: () => ipcRenderer.send('print'),
  onLock: (listener) => {
    ipcRenderer.on('lock', () => listener());
  },
};

contextBridge.exposeInMainWorld('fakturist', bridge);
ipcRenderer.on('engine-port', (event) => window.postMessage(enginePortMessage, window.location.origin, event.ports));
