/**
 * The Electron shell: it draws a window, keeps it confined, and carries messages between the page
 * and the service.
 *
 * Everything the studio knows and does lives in the service; this thread must never be busy.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { UndoLabels } from '../core/contract/ShellApi.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { connectBridge } from './ipc.ts';
import { ipcChannels } from './ipcChannels.ts';
import { openLog } from './log.ts';
import { installMenu } from './menu.ts';
import { pathGrants } from './pathGrants.ts';
import { guardQuit } from './quitGuard.ts';
import { runPresence } from './runPresence.ts';
import { lockDown } from './security.ts';
import { studioHome } from './service/studioHome.ts';
import { type ServiceHost, serviceHost } from './serviceHost.ts';
import { startServiceProcess } from './serviceProcess.ts';
import { openStudioWindow } from './studioWindow.ts';
import { trainerWindows } from './trainerWindows.ts';
import { type Language, words } from './words.ts';

const closeMilliseconds = 5_000;
/** Of those: what is asked for last is carried out, and the store can still be closed. */
const answerMilliseconds = 2_500;
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
// The bundles lie side by side in out/; a packaged service is unpacked, because a plain Node reads
// no archive.
const out = join(__dirname, '..');
const unpacked = out.replace('app.asar', 'app.asar.unpacked');

try {
  chooseShellFolder();
  registerAppScheme();
  allowWebGpu();
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
  else app.quit();
} catch (error) {
  fail(error);
}

/** A home of its own is a studio of its own: its window, its lock, its logs. */
function chooseShellFolder(): void {
  const folder = join(studioHome(), 'shell');
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

/** Chromium asks for this on Linux; elsewhere WebGPU is there by itself. */
function allowWebGpu(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-unsafe-webgpu');
}

function start(): void {
  const log = openLog();
  log.info(`Descent ${app.getVersion()}, Electron ${process.versions.electron}`);
  lockDown(app, developmentServer);
  serveApp(join(out, 'renderer'));
  const host = serviceHost({
    start: () => startServiceProcess(join(unpacked, 'main', 'service.cjs')),
    answerMilliseconds,
    log: (line) => log.error(line),
  });
  connectWindow(host);
  closeWithService(host);
}

function connectTrainerWindows(host: ServiceHost, window: BrowserWindow): void {
  const windows = trainerWindows({
    preload: join(out, 'preload', 'trainerPreload.cjs'),
    developmentServer,
    report: host.tellWindowReport,
  });
  host.onWindowCommand(windows.obey);
  host.onEvent(({ event, ...told }) => {
    if (event === 'error' && 'error' in told && told.error.code === 'service-crashed') {
      windows.closeAll();
    }
  });
  // A hidden window would keep the program open.
  window.on('closed', windows.closeAll);
}

function connectWindow(host: ServiceHost): void {
  let language: Language = app.getLocale().startsWith('ko') ? 'ko' : 'en';
  let undoLabels: UndoLabels = { undo: null, redo: null };
  const text = () => words(language);
  const window = openStudioWindow({
    preload: join(out, 'preload', 'preload.cjs'),
    icon: join(unpacked, '..', 'resources', 'icons', 'icon.png'),
    developmentServer,
  });
  connectTrainerWindows(host, window);
  const presence = runPresence(window, text);
  // An entry of a menu cannot be renamed: the menu is built anew.
  const renewMenu = () => installMenu(window, text(), undoLabels);
  renewMenu();
  guardQuit({ window, host, presence, words: text });
  connectBridge({
    window,
    host,
    grants: pathGrants(),
    developmentServer,
    words: text,
    setLanguage: (chosen) => {
      language = chosen;
      renewMenu();
    },
    setUndoLabels: (labels) => {
      undoLabels = labels;
      renewMenu();
    },
  });
  host.onEvent((event) => {
    presence.follow(event);
    if (!window.isDestroyed()) window.webContents.send(ipcChannels.event, event);
  });
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * The store is closed before the program ends; a service that does not answer cannot hold it open
 * for ever.
 */
function closeWithService(host: ServiceHost): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void Promise.race([host.close(), delay(closeMilliseconds)]).then(() => {
      closed = true;
      app.exit(0);
    });
  });
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const hint = (error as { hint?: string | null }).hint;
  dialog.showErrorBox(words('en').startFailed, hint ? `${message}\n\n${hint}` : message);
  app.exit(1);
}
