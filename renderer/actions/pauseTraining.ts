import { useRunControl } from '../state/runControl.ts';
import { activeRunOf, useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

/** Halts the run that trains, or lets it train on. */
export async function pauseTraining(): Promise<void> {
  const active = activeRunOf(useRuns.getState().runs);
  const { pause, goOn } = useRunControl.getState();
  if (active?.status === 'running') await pause(active.id).catch(showError);
  if (active?.status === 'paused') await goOn(active.id).catch(showError);
}
