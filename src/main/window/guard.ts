import { basename, join } from 'node:path';
import { app, type IpcMainEvent, type Session, type WebContents } from 'electron';
import { pageOrigin } from './page-protocol.ts';

/** Schemes that stay inside the program; every other, and with it every network, is refused. */
const innerSchemes = ['app:', 'data:', 'blob:', 'devtools:'];

/** Takes from every page what it does not need: network, other pages, new windows, permissions. Runs in Electron's main process. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (details) => {
      if (!isPageAddress(details.url)) details.preventDefault();
    });
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame || !isPageAddress(details.url)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

export function guardSession(session: Session, saveCopiesTo: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !innerSchemes.includes(new URL(details.url).protocol) });
  });
  session.on('will-download', (event, item) => {
    const address = item.getURL().replace(/^blob:/, '');
    if (!address.startsWith(`${pageOrigin}/`)) event.preventDefault();
    else if (saveCopiesTo !== undefined) item.setSavePath(join(saveCopiesTo, basename(item.getFilename())));
  });
}

/** Whether a message comes from our own page, in its outermost frame. */
export function isFromPage(event: IpcMainEvent, page: WebContents): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === page.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}

/** The page itself, or a blob that is saved; a blob that would be shown in the page's place is refused. */
function isPageAddress(address: string): boolean {
  const url = new URL(address);
  if (url.protocol !== 'app:' || url.host !== 'fakturist') return false;
  return !url.pathname.startsWith('/blob/') || url.searchParams.has('download');
}
