import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { useSpec } from '../../state/experiment.ts';
import { activeRunOf, type RunsState, useRuns } from '../../state/runs.ts';

/** The run that the train screen shows: the one in work, else the last of the open experiment. */
export function useTrainedRun(): RunRecord | null {
  const name = useSpec()?.name;
  return useRuns((state) => trainedRun(state, name));
}

/** Its settings alone, which stay while it trains. */
export function useTrainedSpec(): ExperimentSpec | null {
  const name = useSpec()?.name;
  return useRuns((state) => trainedRun(state, name)?.spec ?? null);
}

function trainedRun({ runs, started }: RunsState, name: string | undefined): RunRecord | null {
  return (
    activeRunOf(runs) ??
    runs.find((run) => run.id === started && run.spec.name === name) ??
    runs.find((run) => run.spec.name === name) ??
    null
  );
}
