/** Looks inside a network with the weights of a checkpoint. */
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { layerStatistics } from '../../core/training/inspection/layerStatistics.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type InspectJob = Extract<TrainerJob, { job: 'inspect' }>;

export async function inspectJob(job: InspectJob): Promise<TrainerMessage> {
  const { spec, iteration, learningRate } = job;
  const measured = await layerStatistics({
    spec,
    dataset: await readDatasetFile(job.dataset),
    executor: await createExecutor(job.executor),
    checkpoint: decodeSafetensors(job.checkpoint),
    iteration,
    learningRate,
  });
  return { kind: 'inspected', measured };
}
