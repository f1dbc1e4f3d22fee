import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { useSpec } from '../../state/experiment.ts';
import { useActiveRun, useRuns } from '../../state/runs.ts';

/** The run that the train screen shows: the one in work, else the last of the open experiment. */
export function useTrainedRun(): RunRecord | null {
  const name = useSpec()?.name;
  const active = useActiveRun();
  const last = useRuns(
    ({ runs, started }) =>
      runs.find((run) => run.id === started && run.spec.name === name) ??
      runs.find((run) => run.spec.name === name) ??
      null,
  );
  return active ?? last;
}
