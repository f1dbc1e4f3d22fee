/** The one window: sandboxed, isolated, at the place it was left. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageOrigin } from './appProtocol.ts';
import { readWindowState, writeWindowState } from './windowState.ts';

export interface StudioWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly developmentServer: string | undefined;
}

/** Paints before the page does, so that a dark studio does not flash white. */
const paper = { light: '#fbfaf9', dark: '#15171b' };

export function openStudioWindow(options: StudioWindowOptions): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...(state.bounds ?? { width: 1440, height: 900 }),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: app.getName(),
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      additionalArguments: [`--studio-version=${app.getVersion()}`],
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  });
  void window.loadURL(options.developmentServer ?? `${pageOrigin}/`);
  return window;
}
