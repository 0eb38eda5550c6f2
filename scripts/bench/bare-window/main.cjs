/** The least that Electron can open: one window with one line of text, on the same settings as ours. */
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(`data:text/html,${encodeURIComponent('<!doctype html><title>bare</title><p id="bare">bare</p>')}`);
});
app.on('window-all-closed', () => app.quit());
