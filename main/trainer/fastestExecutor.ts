/** Chooses between the CPU and the GPU by letting both begin an experiment. */
import type { ExecutorInfo } from '../../core/contract/RunRecord.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import type { Executor } from '../../core/executors/Executor.ts';
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import { prepareExperiment } from '../../core/training/prepareExperiment.ts';
import { timeTraining } from '../../core/training/timeTraining.ts';
import { createExecutor } from './createExecutor.ts';
import { openDawn } from './openDawn.ts';
import type { TrainJob } from './TrainerProtocol.ts';

export interface ChosenExecutor {
  readonly executor: Executor;
  /** Of all that were tried, fastest first; absent where there was nothing to choose from. */
  readonly timings?: ExecutorInfo['timings'];
}

/** The CPU's, untimed, where there is no GPU or the GPU refuses the experiment. */
export async function fastestExecutor(
  { spec }: TrainJob,
  dataset: Dataset,
): Promise<ChosenExecutor> {
  const cpu = await createExecutor('onnx');
  const opened = await openDawn();
  if ('reason' in opened) return { executor: cpu };
  const prepared = prepareExperiment(spec, dataset);
  const now = () => performance.now();
  const timed = async (executor: Executor) => {
    const iterationsPerSecond = await timeTraining({ spec, dataset, prepared, executor, now });
    return { executor, iterationsPerSecond };
  };
  const gpu = await timed(gpuExecutor(opened.backend, opened)).catch(() => null);
  if (!gpu) return { executor: cpu };
  const tried = [await timed(cpu), gpu].sort(
    (a, b) => b.iterationsPerSecond - a.iterationsPerSecond,
  );
  return {
    executor: tried[0]?.executor ?? cpu,
    timings: tried.map(({ executor: { detail }, iterationsPerSecond }) => ({
      detail,
      iterationsPerSecond,
    })),
  };
}
