/**
 * The native menu. Entries that the page carries out are sent to it as commands; the system does
 * the rest.
 *
 * Undo and redo go to the page, which knows whether a text field or the experiment is being edited.
 * No accelerator is a plain letter, so none can fire while an input method is composing.
 */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, UndoLabels } from '../core/contract/ShellApi.ts';
import { ipcChannels } from './ipcChannels.ts';
import type { Words } from './words.ts';

type Item = MenuItemConstructorOptions;

export function installMenu(window: BrowserWindow, text: Words, { undo, redo }: UndoLabels): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => window.webContents.send(ipcChannels.menu, command),
  });
  /** Its key is the page's own (renderer/shell/useShortcuts.ts): shown here, not fired twice. */
  const paged = (label: string, command: MenuCommand, accelerator: string): Item => ({
    ...item(label, command, accelerator),
    registerAccelerator: false,
  });
  const isMac = process.platform === 'darwin';
  const template: Item[] = [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    fileMenu(text, item, isMac),
    editMenu({ ...text, undo: undo ?? text.undo, redo: redo ?? text.redo }, paged, isMac),
    viewMenu(text, item, paged),
    {
      label: text.run,
      submenu: [
        item(text.startTraining, 'train', 'F5'),
        item(text.stopTraining, 'stop', 'Shift+F5'),
      ],
    },
    {
      label: text.help,
      role: 'help',
      submenu: [
        item(text.about, 'about', 'F1'),
        { role: 'toggleDevTools', label: text.developerTools },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

type MakeItem = (label: string, command: MenuCommand, accelerator?: string) => Item;
type MakePaged = (label: string, command: MenuCommand, accelerator: string) => Item;

function fileMenu(text: Words, item: MakeItem, isMac: boolean): Item {
  const quit: Item[] = isMac
    ? []
    : [{ type: 'separator' }, { role: 'quit', label: text.quit, accelerator: 'Ctrl+Q' }];
  return {
    label: text.file,
    submenu: [
      item(text.newExperiment, 'new-experiment', 'CmdOrCtrl+N'),
      item(text.importDataset, 'import-dataset', 'CmdOrCtrl+O'),
      { type: 'separator' },
      item(text.exportModel, 'export-model', 'CmdOrCtrl+E'),
      ...quit,
    ],
  };
}

function editMenu(text: Words, paged: MakePaged, isMac: boolean): Item {
  return {
    label: text.edit,
    submenu: [
      paged(text.undo, 'undo', 'CmdOrCtrl+Z'),
      paged(text.redo, 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Shift+Z'),
      { type: 'separator' },
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
}

function viewMenu(text: Words, item: MakeItem, paged: MakePaged): Item {
  return {
    label: text.view,
    submenu: [
      item(text.welcome, 'screen:welcome', 'CmdOrCtrl+Shift+H'),
      item(text.data, 'screen:data', 'CmdOrCtrl+1'),
      item(text.model, 'screen:model', 'CmdOrCtrl+2'),
      item(text.train, 'screen:train', 'CmdOrCtrl+3'),
      item(text.runs, 'screen:runs', 'CmdOrCtrl+4'),
      item(text.test, 'screen:test', 'CmdOrCtrl+5'),
      { type: 'separator' },
      paged(text.commandPalette, 'command-palette', 'CmdOrCtrl+K'),
      paged(text.trainingSettings, 'training-settings', 'CmdOrCtrl+J'),
      { type: 'separator' },
      { role: 'zoomIn', label: text.zoomIn, accelerator: 'CmdOrCtrl+=' },
      { role: 'zoomOut', label: text.zoomOut },
      { role: 'resetZoom', label: text.actualSize },
      { role: 'togglefullscreen', label: text.fullScreen },
    ],
  };
}
