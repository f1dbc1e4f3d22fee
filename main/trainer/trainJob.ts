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

type GpuFailed = Extract<TrainerMessage, { kind: 'gpu-failed' }>;

/** What a GPU cannot do is the last message: whoever asked has the CPU do it. */
export async function trainJob(
  job: TrainJob,
  { control, turns, send }: JobContext,
): Promise<TrainerMessage> {
  const dataset = await readDatasetFile(job.dataset);
  const createSource = threadChunkSource(feederEntry());
  const initialWeights = initialWeightsOf(job);
  const isSilent = job.isTimed === true;
  const preparation = tellPreparation({ send, now: () => performance.now(), isSilent });
  const begun = { spec: job.spec, dataset, createSource };
  const chosen = await choose(job, begun, preparation);
  if ('kind' in chosen) return chosen;
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

async function choose(
  job: TrainJob,
  experiment: BegunExperiment,
  { send, watch }: Preparation,
): Promise<ChosenExecutor | GpuFailed> {
  if (job.executor === 'fastest') {
    return fastestExecutor(experiment, () => send({ kind: 'measuring-devices' }));
  }
  if (job.executor !== 'gpujs') return { executor: await createExecutor(job.executor) };
  if (!job.isTimed) await send({ kind: 'preparing-gpu' });
  const opened = await openDawn();
  if ('problem' in opened) return { kind: 'gpu-failed', problem: opened.problem };
  return { executor: gpuExecutor(opened.backend, { ...opened, watch }) };
}

function initialWeightsOf({ initialModel }: TrainJob) {
  if (initialModel === null) return undefined;
  return readModelFile(readFileSync(initialModel, 'utf8')).weights;
}
