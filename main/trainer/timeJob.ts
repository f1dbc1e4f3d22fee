/** How fast an executor of this process trains an experiment. */
import { feederEntry } from '../paths.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import { threadChunkSource } from './threadChunkSource.ts';
import { timedExecutor } from './timedExecutor.ts';

type TimeJob = Extract<TrainerJob, { job: 'time' }>;

export async function timeJob({ spec, dataset, executor }: TimeJob): Promise<TrainerMessage> {
  const chosen = await createExecutor(executor);
  const createSource = threadChunkSource(feederEntry());
  const begun = { spec, dataset: await readDatasetFile(dataset), createSource };
  const timing = await timedExecutor(begun, chosen);
  return { kind: 'timed', timing };
}
