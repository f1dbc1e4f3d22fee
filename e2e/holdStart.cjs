/**
 * Loaded into the studio's main process before the studio (`electron -r`): the window opens when the driver says so.
 * Why it must: see `attach` in launchStudio.ts.
 */
const { app } = require('electron');

const ready = app.whenReady();
const released = new Promise((resolve) => {
  globalThis.releaseStart = resolve;
});
app.whenReady = () => released.then(() => ready);

// Electron would show a dialog and wait behind it; a test wants the reason, and the end.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
});
