/** Trains one experiment in this process and tells of it. */
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { StudioError } from '../../core/contract/StudioError.ts';
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import { feederEntry } from '../paths.ts';
import type { ChosenExecutor } from './ChosenExecutor.ts';
import { createExecutor } from './createExecutor.ts';
import { deviceProblemOf } from './deviceProblemOf.ts';
import { fastestExecutor } from './fastestExecutor.ts';
import type { OpenedGpu } from './OpenedGpu.ts';
import { openDawn } from './openDawn.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TimingTurns } from './TimingTurns.ts';
import type { TrainerMessage, TrainJob } from './TrainerProtocol.ts';
import { takeTurns } from './takeTurns.ts';
import { type Preparation, tellPreparation } from './tellPreparation.ts';
import { tellTraining } from './tellTraining.ts';
import { threadChunkSource } from './threadChunkSource.ts';
import type { BegunExperiment } from './timedExecutor.ts';

export interface JobContext {
  readonly control: TrainingControl;
  readonly turns: TimingTurns;
  send(message: TrainerMessage): Promise<void>;
}

/** What a GPU cannot do is the last message: whoever asked has the CPU do it. */
export async function trainJob(
  job: TrainJob,
  { control, turns, send }: JobContext,
): Promise<TrainerMessage> {
  const isSilent = job.isTimed === true;
  const preparation = tellPreparation({ send, now: () => performance.now(), isSilent });
  // Before the dataset is read, which may take far longer than to see that there is no card.
  const opened = job.executor === 'gpujs' ? await openGpu(job, send) : null;
  if (opened && 'problem' in opened) return { kind: 'gpu-failed', problem: opened.problem };
  const dataset = await readDatasetFile(job.dataset);
  const createSource = threadChunkSource(feederEntry());
  const initialWeights = initialWeightsOf(job);
  const begun = { spec: job.spec, dataset, createSource };
  const chosen = opened
    ? { executor: gpuExecutor(opened.backend, { ...opened, watch: preparation.watch }) }
    : await choose(job, begun, preparation);
  try {
    if (isSilent) {
      await takeTurns(begun, chosen.executor, { turns, send });
      preparation.speak();
    }
    const training = {
      job,
      dataset,
      createSource,
      initialWeights,
      control,
      send: preparation.send,
      turn,
    };
    return await tellTraining({ ...training, ...chosen });
  } catch (error) {
    if (chosen.executor.name !== 'gpujs' || error instanceof StudioError) throw error;
    return { kind: 'gpu-failed', problem: deviceProblemOf(error) };
  }
}

async function openGpu({ isTimed }: TrainJob, send: JobContext['send']): Promise<OpenedGpu> {
  if (!isTimed) await send({ kind: 'preparing-gpu' });
  return openDawn();
}

async function choose(
  { executor }: TrainJob,
  experiment: BegunExperiment,
  { send }: Preparation,
): Promise<ChosenExecutor> {
  return executor === 'fastest'
    ? fastestExecutor(experiment, () => send({ kind: 'measuring-devices' }))
    : { executor: await createExecutor(executor) };
}

function initialWeightsOf({ initialModel }: TrainJob) {
  if (initialModel === null) return undefined;
  return readModelFile(readFileSync(initialModel, 'utf8')).weights;
}
