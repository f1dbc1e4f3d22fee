/** What each command of the native menu, the palette and the keyboard does. */
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { type Screen, useNavigation } from '../state/navigation.ts';
import { usePalette } from '../state/palette.ts';
import { useRuns } from '../state/runs.ts';
import { exportModel } from './exportModel.ts';
import { importDataset } from './importDataset.ts';
import { newExperiment } from './newExperiment.ts';
import { shownRun } from './shownRun.ts';
import { startTraining } from './startTraining.ts';
import { stopTraining } from './stopTraining.ts';
import { toggleSettings } from './toggleSettings.ts';
import { redoChange, undoChange } from './undoChange.ts';

export function carryOut(command: MenuCommand): void {
  if (command.startsWith('screen:')) {
    useNavigation.getState().go(command.slice('screen:'.length) as Screen);
    return;
  }
  actions[command as keyof typeof actions]();
}

type Action = Exclude<MenuCommand, `screen:${string}`>;

const actions: Record<Action, () => void> = {
  'new-experiment': () => void newExperiment(),
  'import-dataset': () => void importDataset(),
  'export-model': () => {
    const run = shownRun(useRuns.getState(), useNavigation.getState().openRun);
    if (run) void exportModel(run);
  },
  train: () => void startTraining(),
  stop: () => void stopTraining(),
  undo: () => editText('undo') || undoChange(),
  redo: () => editText('redo') || redoChange(),
  'training-settings': toggleSettings,
  'command-palette': () => usePalette.getState().toggle(),
  about: () => useNavigation.getState().go('welcome'),
};

/** A text field with the focus undoes its own typing; true when it did. */
function editText(command: 'undo' | 'redo'): boolean {
  const focused = document.activeElement;
  const isText = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  // Deprecated, and still the only way to reach a text field's own undo history.
  return isText && document.execCommand(command);
}
