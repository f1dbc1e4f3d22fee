/** How fast an executor of this process trains an experiment. */
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import { timedExecutor } from './timedExecutor.ts';

type TimeJob = Extract<TrainerJob, { job: 'time' }>;

export async function timeJob({ spec, dataset, executor }: TimeJob): Promise<TrainerMessage> {
  const chosen = await createExecutor(executor);
  const timing = await timedExecutor(spec, await readDatasetFile(dataset), chosen);
  return { kind: 'timed', timing };
}
