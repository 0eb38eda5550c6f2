import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron';

/** The program's menu, in Swedish. Runs in Electron's main process. */
export function setMenu(options: {
  readonly window: () => BrowserWindow | undefined;
  readonly logFolder: string;
  readonly developer: boolean;
}): void {
  const developerItems: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: 'Läs in på nytt', accelerator: 'CmdOrCtrl+Shift+R' },
    { role: 'toggleDevTools', label: 'Utvecklarverktyg', accelerator: 'F12' },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '&Arkiv',
        submenu: [
          { label: 'Skriv ut…', accelerator: 'CmdOrCtrl+P', click: () => options.window()?.webContents.print() },
          { type: 'separator' },
          { role: 'quit', label: 'Avsluta' },
        ],
      },
      {
        label: '&Redigera',
        submenu: [
          // The page has its own undo, on Ctrl+Z; these work in the field that is being edited.
          { role: 'undo', label: 'Ångra', registerAccelerator: false },
          { role: 'redo', label: 'Gör om', registerAccelerator: false },
          { type: 'separator' },
          { role: 'cut', label: 'Klipp ut' },
          { role: 'copy', label: 'Kopiera' },
          { role: 'paste', label: 'Klistra in' },
          { role: 'selectAll', label: 'Markera allt' },
        ],
      },
      {
        label: '&Visa',
        submenu: [
          { role: 'zoomIn', label: 'Zooma in', accelerator: 'CmdOrCtrl+Plus' },
          { role: 'zoomIn', label: 'Zooma in', accelerator: 'CmdOrCtrl+=', visible: false },
          { role: 'zoomOut', label: 'Zooma ut', accelerator: 'CmdOrCtrl+-' },
          { role: 'resetZoom', label: 'Normal storlek', accelerator: 'CmdOrCtrl+0' },
          { type: 'separator' },
          { role: 'togglefullscreen', label: 'Helskärm' },
          ...(options.developer ? developerItems : []),
        ],
      },
      {
        label: '&Hjälp',
        submenu: [
          { label: 'Visa loggmappen', click: () => void shell.openPath(options.logFolder) },
          { label: 'Om Fakturist', click: () => app.showAboutPanel() },
        ],
      },
    ]),
  );
}
