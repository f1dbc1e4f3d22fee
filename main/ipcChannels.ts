/**
 * The channels between the page's bridge (preload.ts) and the shell (ipc.ts); nothing else may use
 * them.
 */
export const ipcChannels = {
  request: 'studio:request',
  event: 'studio:event',
  menu: 'studio:menu',
  chooseImport: 'studio:choose-import',
  chooseExport: 'studio:choose-export',
  dropped: 'studio:dropped',
  theme: 'studio:theme',
  language: 'studio:language',
  undoLabels: 'studio:undo-labels',
} as const;
