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

/** Lets an executor begin the experiment; `best` as of TimeTrainingOptions. Rejects with what it refuses. */
export async function timedExecutor(
  experiment: BegunExperiment,
  executor: Executor,
  best = 0,
): Promise<DeviceTiming> {
  const now = () => performance.now();
  const iterationsPerSecond = await timeTraining({ ...experiment, executor, now, best });
  const { name, backend, detail } = executor;
  return { name, ...(backend && { backend }), detail, iterationsPerSecond };
}
