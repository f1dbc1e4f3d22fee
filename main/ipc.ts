/**
 * The shell's end of the page's bridge, and the only file that touches ipcMain.
 *
 * A message counts only when it comes from the main frame of the studio's own window, showing the
 * studio's own page. Whatever it carries is parsed before use.
 */
import {
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  nativeTheme,
  type OpenDialogOptions,
} from 'electron';
import { z } from 'zod';
import type { ImportKind, UndoLabels } from '../core/contract/ShellApi.ts';
import { ExportFormat } from '../core/contract/StudioApi.ts';
import { StudioError, type StudioErrorData } from '../core/contract/StudioError.ts';
import { checkRequest } from './checkRequest.ts';
import { exportDialog } from './exportDialog.ts';
import { importDialog } from './importDialog.ts';
import { ipcChannels } from './ipcChannels.ts';
import type { PathGrants } from './pathGrants.ts';
import { isOwnPage } from './security.ts';
import type { ServiceHost } from './serviceHost.ts';
import type { Language, Words } from './words.ts';

export interface BridgeOptions {
  readonly window: BrowserWindow;
  readonly host: ServiceHost;
  readonly grants: PathGrants;
  readonly developmentServer: string | undefined;
  readonly words: () => Words;
  readonly setLanguage: (language: Language) => void;
  readonly setUndoLabels: (labels: UndoLabels) => void;
}

type Reply = { ok: true; result: unknown } | { ok: false; error: StudioErrorData };

const dialogProperties = {
  file: ['openFile', 'multiSelections'],
  folder: ['openDirectory'],
  document: ['openFile'],
  image: ['openFile'],
} satisfies Record<ImportKind, OpenDialogOptions['properties']>;

const Theme = z.enum(['system', 'light', 'dark']);
const LanguageName = z.enum(['en', 'ko']);
const AnyImportKind = z.enum(['file', 'folder', 'document', 'image']);
const MenuLabel = z.string().min(1).max(500).nullable();
const UndoLabelPair = z.strictObject({ undo: MenuLabel, redo: MenuLabel });
const FileName = z.string().min(1).max(255);
const DroppedPath = z.string().min(1).max(4096);

export function connectBridge(options: BridgeOptions): void {
  const { window, host, grants } = options;
  const own = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    event.sender === window.webContents &&
    event.senderFrame === window.webContents.mainFrame &&
    isOwnPage(event.senderFrame?.url ?? '', options.developmentServer);
  const answer = (channel: string, work: (...values: unknown[]) => Promise<unknown>) =>
    ipcMain.handle(channel, async (event, ...values: unknown[]) => {
      if (!own(event)) throw new Error(`${channel} was refused.`);
      return work(...values);
    });
  const hear = (channel: string, work: (value: unknown) => void) =>
    ipcMain.on(channel, (event, value: unknown) => {
      if (own(event)) work(value);
    });

  answer(ipcChannels.request, async (method, params): Promise<Reply> => {
    try {
      // Without a wait before: a window that closes may be about to end the service, which waits for
      // what it was asked by then.
      const checked = checkRequest(method, params, grants);
      return { ok: true, result: await host.request(checked.method, checked.params) };
    } catch (error) {
      return { ok: false, error: asStudioError(error).toData() };
    }
  });
  answer(ipcChannels.chooseImport, (kind) => chooseImport(options, AnyImportKind.parse(kind)));
  answer(ipcChannels.chooseExport, (format, name) =>
    chooseExport(options, ExportFormat.parse(format), FileName.parse(name)),
  );
  hear(ipcChannels.dropped, (path) => {
    const parsed = DroppedPath.safeParse(path);
    if (parsed.success) grants.allowRead(parsed.data);
  });
  hear(ipcChannels.theme, (theme) => {
    const parsed = Theme.safeParse(theme);
    if (parsed.success) nativeTheme.themeSource = parsed.data;
  });
  hear(ipcChannels.language, (language) => {
    const parsed = LanguageName.safeParse(language);
    if (parsed.success) options.setLanguage(parsed.data);
  });
  hear(ipcChannels.undoLabels, (labels) => {
    const parsed = UndoLabelPair.safeParse(labels);
    if (parsed.success) options.setUndoLabels(parsed.data);
  });
}

async function chooseImport(options: BridgeOptions, kind: ImportKind) {
  const text = options.words();
  const { title, filter } = importDialog(kind, text);
  const { canceled, filePaths } = await dialog.showOpenDialog(options.window, {
    title,
    properties: dialogProperties[kind],
    filters: [filter, { name: text.allFiles, extensions: ['*'] }],
  });
  if (canceled) return [];
  for (const path of filePaths) options.grants.allowRead(path);
  return filePaths;
}

async function chooseExport(options: BridgeOptions, format: ExportFormat, suggestedName: string) {
  const { canceled, filePath } = await dialog.showSaveDialog(options.window, {
    defaultPath: suggestedName,
    ...exportDialog(format, options.words()),
  });
  if (canceled || !filePath) return null;
  options.grants.allowWrite(filePath, format);
  return filePath;
}

function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StudioError('internal', message);
}
