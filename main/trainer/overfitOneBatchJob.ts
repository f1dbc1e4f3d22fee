/** Checks that an experiment learns one minibatch by heart. */
import { overfitOneBatch } from '../../core/training/overfitOneBatch.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type OverfitOneBatchJob = Extract<TrainerJob, { job: 'overfit-one-batch' }>;

export async function overfitOneBatchJob(job: OverfitOneBatchJob): Promise<TrainerMessage> {
  const check = await overfitOneBatch({
    spec: job.spec,
    dataset: await readDatasetFile(job.dataset),
    executor: createExecutor(job.executor),
  });
  return { kind: 'one-batch-checked', check };
}
