import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { useExperimentName } from './experiment.ts';
import { activeRunOf, type RunsState, useRuns } from './runs.ts';

/**
 * The id of the run that the train screen shows: the one in work, else the last of the open
 * experiment. Not the run, which changes with every event.
 */
export function useTrainedRun(): string | null {
  const name = useExperimentName();
  return useRuns((state) => trainedRun(state, name)?.id ?? null);
}

/** Its settings, which stay while it trains; null where they are those of another experiment. */
export function useTrainedSpec(): ExperimentSpec | null {
  const name = useExperimentName();
  return useRuns((state) => {
    const spec = trainedRun(state, name)?.spec;
    return spec && spec.name === name ? spec : null;
  });
}

function trainedRun({ runs, started }: RunsState, name: string | undefined): RunRecord | null {
  return (
    activeRunOf(runs) ??
    runs.find((run) => run.id === started && run.spec.name === name) ??
    runs.find((run) => run.spec.name === name) ??
    null
  );
}
