/**
 * Loaded into the studio's main process before the studio (`electron -r`): the window opens when the driver says so.
 *
 * A debugger that attaches to a page during its very first navigation can lose its messages in Chrome 114, and the page
 * then waits for it for ever: seen in about one launch of thirty on a busy machine. So the driver attaches first.
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
