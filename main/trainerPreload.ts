/**
 * `window.trainer`: the one door of a trainer window's page. It forwards, and decides nothing; the
 * service parses what arrives.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { TrainerBridge } from './trainer/TrainerWindowProtocol.ts';

const trainer: TrainerBridge = {
  send: (message) => ipcRenderer.invoke('trainer:message', message),
  listen(listener) {
    ipcRenderer.on('trainer:message', (_event, request: unknown) => listener(request));
    ipcRenderer.send('trainer:listening');
  },
};

contextBridge.exposeInMainWorld('trainer', trainer);
