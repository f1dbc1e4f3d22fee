/** Chooses between the CPU and the GPU by letting both begin an experiment. */
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import type { ChosenExecutor } from './ChosenExecutor.ts';
import { createExecutor } from './createExecutor.ts';
import { fastestFirst } from './fastestFirst.ts';
import { openDawn } from './openDawn.ts';
import { type BegunExperiment, timedExecutor } from './timedExecutor.ts';

/**
 * The CPU's, untimed, where there is no GPU or the GPU refuses the experiment.
 *
 * @param begin Called before anything is measured, where there is something to choose from.
 */
export async function fastestExecutor(
  experiment: BegunExperiment,
  begin: () => Promise<void> = async () => undefined,
): Promise<ChosenExecutor> {
  const cpu = await createExecutor('onnx');
  const opened = await openDawn();
  if ('problem' in opened) return { executor: cpu };
  await begin();
  const start = performance.now();
  const gpu = gpuExecutor(opened.backend, opened);
  // The CPU first: it begins at once, and a GPU that is far slower need not be measured to the end.
  const cpuTiming = await timedExecutor(experiment, cpu);
  const best = cpuTiming.iterationsPerSecond;
  const gpuTiming = await timedExecutor(experiment, gpu, best).catch(() => null);
  if (!gpuTiming) return { executor: cpu };
  const timings = fastestFirst([cpuTiming, gpuTiming]);
  const measured = { timings, measuredSeconds: (performance.now() - start) / 1000 };
  return timings[0] === gpuTiming ? { executor: gpu, ...measured } : { executor: cpu, ...measured };
}
