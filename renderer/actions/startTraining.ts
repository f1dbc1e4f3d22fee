import { saveNow } from '../state/autosave.ts';
import { useExperiment } from '../state/experiment.ts';
import { useNavigation } from '../state/navigation.ts';
import { isActive, useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

/** Between a click and the service's answer a second click must not queue a second run. */
let isStarting = false;

interface StartOptions {
  /** The screen stays; else the curves are shown. */
  readonly stays?: boolean;
}

/** Trains the open experiment as it stands; does nothing while a run is in work. */
export async function startTraining({ stays = false }: StartOptions = {}): Promise<void> {
  const spec = useExperiment.getState().draft?.spec;
  if (!spec || isStarting || useRuns.getState().runs.some(isActive)) return;
  isStarting = true;
  try {
    if (!stays) useNavigation.getState().go('train');
    void saveNow();
    await useRuns.getState().start(spec);
  } catch (error) {
    showError(error);
  } finally {
    isStarting = false;
  }
}
