/**
 * What a window can ask of the desktop around it: dialogs, theme, the studio bridge that the
 * preload exposes.
 *
 * `window.studio` is this and nothing more; a sandboxed page has no other door.
 */
import type { ExportFormat } from './StudioApi.ts';
import type { StudioErrorData } from './StudioError.ts';
import type { StudioEvent } from './StudioEvent.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What undo and redo are called now; null where there is nothing to take back or to make again. */
export interface UndoLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** Commands of the native menu that the page carries out. */
export type MenuCommand =
  | 'new-experiment'
  | 'import-dataset'
  | 'export-model'
  | 'train'
  | 'stop'
  | 'undo'
  | 'redo'
  | 'training-settings'
  | 'command-palette'
  | 'about'
  | `screen:${'welcome' | 'data' | 'model' | 'train' | 'runs' | 'test' | 'devices'}`;

/**
 * `file` and `folder`: data. `document`: a model, an experiment, or a network as text. `image`: one to
 * predict from.
 */
export type ImportKind = 'file' | 'folder' | 'document' | 'image';

export interface StudioBridge {
  /**
   * Never rejects: an Error loses its fields on the way to the page, so the reply says how it went.
   */
  request(
    method: string,
    params: unknown,
  ): Promise<{ ok: true; result: unknown } | { ok: false; error: StudioErrorData }>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: StudioEvent) => void): () => void;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /**
   * The system's dialogs. Only paths they return may be imported or written. Several of kind
   * `file`, one of all others, none when the person cancels.
   */
  chooseImport(kind: ImportKind): Promise<readonly string[]>;
  /** Null when the person cancels. */
  /** For `pytorch` the path of a folder that does not exist yet. */
  chooseExport(format: ExportFormat, suggestedName: string): Promise<string | null>;
  /** The path of a file dropped onto the window; null for what is no file. */
  pathOfDropped(file: unknown): string | null;
  setTheme(theme: Theme): void;
  /** For the native menu's words. */
  setLanguage(language: 'en' | 'ko'): void;
  /** For the native menu, whose entries name the edit, too. */
  setUndoLabels(labels: UndoLabels): void;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly versions: {
    readonly studio: string;
    readonly electron: string;
    readonly chrome: string;
  };
}
