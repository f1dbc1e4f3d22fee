/** Runs a learning-rate range test. */
import { learningRateRange } from '../../core/training/learningRateRange.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type FindLearningRateJob = Extract<TrainerJob, { job: 'find-learning-rate' }>;

export async function findLearningRateJob(job: FindLearningRateJob): Promise<TrainerMessage> {
  const range = await learningRateRange({
    spec: job.spec,
    dataset: await readDatasetFile(job.dataset),
    executor: createExecutor(job.executor),
  });
  return { kind: 'learning-rate-found', range };
}
