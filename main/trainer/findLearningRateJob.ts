/** Runs a learning-rate range test. */
import { learningRateRange } from '../../core/training/learningRateRange.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import type { JobContext } from './trainJob.ts';
import { trialTeller } from './trialTeller.ts';

type FindLearningRateJob = Extract<TrainerJob, { job: 'find-learning-rate' }>;

export async function findLearningRateJob(
  job: FindLearningRateJob,
  context: Pick<JobContext, 'send'>,
): Promise<TrainerMessage> {
  const range = await learningRateRange({
    spec: job.spec,
    dataset: await readDatasetFile(job.dataset),
    executor: await createExecutor(job.executor),
    tell: trialTeller(context),
  });
  return { kind: 'learning-rate-found', range };
}
