/** Trains one experiment in this process and tells of it. */
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { StudioError } from '../../core/contract/StudioError.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import { feederEntry } from '../paths.ts';
import { cpuInstead, createExecutor } from './createExecutor.ts';
import { type ChosenExecutor, fastestExecutor } from './fastestExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerMessage, TrainJob } from './TrainerProtocol.ts';
import { tellTraining } from './tellTraining.ts';
import { threadChunkSource } from './threadChunkSource.ts';
import { toErrorData } from './toErrorData.ts';

export interface JobContext {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
}

/** What a GPU cannot do before anything was trained, the CPU does. */
export async function trainJob(
  job: TrainJob,
  { control, send }: JobContext,
): Promise<TrainerMessage> {
  const dataset = await readDatasetFile(job.dataset);
  const createSource = threadChunkSource(feederEntry());
  const initialWeights = initialWeightsOf(job);
  let isStarted = false;
  const trainOn = (chosen: ChosenExecutor) =>
    tellTraining({
      ...{ job, dataset, ...chosen, createSource, initialWeights, control, turn },
      send(message) {
        isStarted ||= message.kind === 'started';
        return send(message);
      },
    });
  const chosen = await (job.executor === 'fastest'
    ? fastestExecutor(job, dataset)
    : { executor: await createExecutor(job.executor) });
  try {
    return await trainOn(chosen);
  } catch (error) {
    if (chosen.executor.name !== 'gpujs' || isStarted || error instanceof StudioError) throw error;
    return trainOn({ executor: cpuInstead(toErrorData(error).message) });
  }
}

function initialWeightsOf({ initialModel }: TrainJob) {
  if (initialModel === null) return undefined;
  return readModelFile(readFileSync(initialModel, 'utf8')).weights;
}
