/**
 * `window.studio`: the one door of the sandboxed page. It forwards, and decides nothing; ipc.ts
 * checks what arrives.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { MenuCommand, StudioBridge } from '../core/contract/ShellApi.ts';
import type { StudioEvent } from '../core/contract/StudioEvent.ts';
import { ipcChannels } from './ipcChannels.ts';

function subscribe<T>(channel: string, listener: (value: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, value: T) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.removeListener(channel, forward);
  };
}

/** Electron 32 moved the path of a file from the File itself into webUtils. */
function pathOfFile(file: unknown): string | null {
  if (!(file instanceof File)) return null;
  const path = webUtils?.getPathForFile
    ? webUtils.getPathForFile(file)
    : (file as File & { path?: string }).path;
  return path || null;
}

function studioVersion(): string {
  const prefix = '--studio-version=';
  const found = process.argv.find((argument) => argument.startsWith(prefix));
  return found?.slice(prefix.length) ?? '';
}

const studio: StudioBridge = {
  request: (method, params) => ipcRenderer.invoke(ipcChannels.request, method, params),
  onEvent: (listener) => subscribe<StudioEvent>(ipcChannels.event, listener),
  onMenu: (listener) => subscribe<MenuCommand>(ipcChannels.menu, listener),
  chooseImport: (kind) => ipcRenderer.invoke(ipcChannels.chooseImport, kind),
  chooseExport: (format, suggestedName) =>
    ipcRenderer.invoke(ipcChannels.chooseExport, format, suggestedName),
  pathOfDropped: (file) => {
    const path = pathOfFile(file);
    // Sent before any request that names the path, on the same ordered pipe.
    if (path) ipcRenderer.send(ipcChannels.dropped, path);
    return path;
  },
  setTheme: (theme) => ipcRenderer.send(ipcChannels.theme, theme),
  setLanguage: (language) => ipcRenderer.send(ipcChannels.language, language),
  setUndoLabels: (labels) => ipcRenderer.send(ipcChannels.undoLabels, labels),
  platform: process.platform as StudioBridge['platform'],
  versions: {
    studio: studioVersion(),
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
  },
};

contextBridge.exposeInMainWorld('studio', studio);
