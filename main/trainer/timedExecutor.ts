import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { DeviceTiming } from '../../core/contract/RunRecord.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import type { Executor } from '../../core/executors/Executor.ts';
import { prepareExperiment } from '../../core/training/prepareExperiment.ts';
import { timeTraining } from '../../core/training/timeTraining.ts';

/** Lets an executor begin the experiment. Rejects with what it refuses. */
export async function timedExecutor(
  spec: ExperimentSpec,
  dataset: Dataset,
  executor: Executor,
): Promise<DeviceTiming> {
  const prepared = prepareExperiment(spec, dataset);
  const now = () => performance.now();
  const iterationsPerSecond = await timeTraining({ spec, dataset, prepared, executor, now });
  const { name, detail } = executor;
  return { name, detail, iterationsPerSecond };
}
