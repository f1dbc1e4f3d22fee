import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { DeviceTiming } from '../../core/contract/RunRecord.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import type { Executor } from '../../core/executors/Executor.ts';
import type { CreateChunkSource } from '../../core/training/ChunkSource.ts';
import { timeTraining } from '../../core/training/timeTraining.ts';

export interface BegunExperiment {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  /** That of the training to come. */
  readonly createSource: CreateChunkSource;
}

/** Lets an executor begin the experiment. Rejects with what it refuses. */
export async function timedExecutor(
  experiment: BegunExperiment,
  executor: Executor,
): Promise<DeviceTiming> {
  const now = () => performance.now();
  const iterationsPerSecond = await timeTraining({ ...experiment, executor, now });
  const { name, detail } = executor;
  return { name, detail, iterationsPerSecond };
}
