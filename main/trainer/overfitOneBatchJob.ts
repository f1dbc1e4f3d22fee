/** Checks that an experiment learns one minibatch by heart. */
import { overfitOneBatch } from '../../core/training/overfitOneBatch.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import type { JobContext } from './trainJob.ts';
import { trialTeller } from './trialTeller.ts';

type OverfitOneBatchJob = Extract<TrainerJob, { job: 'overfit-one-batch' }>;

export async function overfitOneBatchJob(
  job: OverfitOneBatchJob,
  context: Pick<JobContext, 'send'>,
): Promise<TrainerMessage> {
  const check = await overfitOneBatch({
    spec: job.spec,
    dataset: await readDatasetFile(job.dataset),
    executor: await createExecutor(job.executor),
    tell: trialTeller(context),
  });
  return { kind: 'one-batch-checked', check };
}
