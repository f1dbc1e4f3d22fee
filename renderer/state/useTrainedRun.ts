import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { useExperiment, useExperimentName } from './experiment.ts';
import { isRunOf, sourceOf } from './isRunOf.ts';
import { activeRunOf, type RunsState, useRuns } from './runs.ts';

/**
 * The id of the run that the train screen shows: the one in work, else the last of the open
 * experiment. Not the run, which changes with every event.
 */
export function useTrainedRun(): string | null {
  const isOurs = useIsOurs();
  return useRuns((state) => trainedRun(state, isOurs)?.id ?? null);
}

/** Its settings, which stay while it trains; null where they are those of another experiment. */
export function useTrainedSpec(): ExperimentSpec | null {
  const isOurs = useIsOurs();
  return useRuns((state) => {
    const run = trainedRun(state, isOurs);
    return run && isOurs(run) ? run.spec : null;
  });
}

function useIsOurs(): (run: RunRecord) => boolean {
  const id = useExperiment((state) => state.id);
  const name = useExperimentName();
  return (run) => isRunOf(sourceOf(run), { id, name });
}

function trainedRun(
  { runs, started }: RunsState,
  isOurs: (run: RunRecord) => boolean,
): RunRecord | null {
  return (
    activeRunOf(runs) ??
    runs.find((run) => run.id === started && isOurs(run)) ??
    runs.find(isOurs) ??
    null
  );
}
