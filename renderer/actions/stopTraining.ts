import { isActive, useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

export async function stopTraining(): Promise<void> {
  const { runs, stop } = useRuns.getState();
  const active =
    runs.find(({ status }) => status === 'running' || status === 'paused') ?? runs.find(isActive);
  if (active) await stop(active.id).catch(showError);
}
