/** Trains one experiment in this process and tells of it. */
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { readModelFile } from '../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import { feederEntry } from '../paths.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerMessage, TrainJob } from './TrainerProtocol.ts';
import { tellTraining } from './tellTraining.ts';
import { threadChunkSource } from './threadChunkSource.ts';

export interface JobContext {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
}

export async function trainJob(job: TrainJob, context: JobContext): Promise<TrainerMessage> {
  const dataset = await readDatasetFile(job.dataset);
  const createSource = threadChunkSource(feederEntry());
  const executor = await createExecutor(job.executor);
  const initialWeights = initialWeightsOf(job);
  return tellTraining({ job, dataset, executor, createSource, initialWeights, ...context, turn });
}

function initialWeightsOf({ initialModel }: TrainJob) {
  if (initialModel === null) return undefined;
  return readModelFile(readFileSync(initialModel, 'utf8')).weights;
}
