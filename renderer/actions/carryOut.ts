/** What each command of the native menu, the palette and the keyboard does. */
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { type Screen, useNavigation } from '../state/navigation.ts';
import { usePalette } from '../state/palette.ts';
import { useRuns } from '../state/runs.ts';
import { travelInField } from '../state/textEntry.ts';
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
  undo: () => travelInField('undo') || undoChange(),
  redo: () => travelInField('redo') || redoChange(),
  'training-settings': toggleSettings,
  'command-palette': () => usePalette.getState().toggle(),
  about: () => useNavigation.getState().go('welcome'),
};
