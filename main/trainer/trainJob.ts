/** Trains one experiment and tells of it. */
import { readFileSync } from 'node:fs';
import { readModelFile } from '../../core/model/readModelFile.ts';
import { decodeSafetensors, encodeSafetensors } from '../../core/model/safetensors.ts';
import type { ResumePoint } from '../../core/training/ResumePoint.ts';
import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import { train } from '../../core/training/train.ts';
import { feederEntry } from '../paths.ts';
import { createExecutor } from './createExecutor.ts';
import { createProgressBatch } from './ProgressBatch.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import { threadChunkSource } from './threadChunkSource.ts';

export interface JobContext {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
}

type TrainJob = Extract<TrainerJob, { job: 'train' }>;

/** Returns the last message. What finished before a failure is told first. */
export async function trainJob(job: TrainJob, context: JobContext): Promise<TrainerMessage> {
  const { control, send } = context;
  const dataset = await readDatasetFile(job.dataset);
  const createSource = threadChunkSource(feederEntry());
  const executor = await createExecutor(job.executor);
  const { name, threads, detail } = executor;
  const now = () => performance.now();
  const batch = createProgressBatch(job.spec.training.checkpointEvery);
  const tell = async (isLast: boolean) => {
    const message = batch.take(now(), isLast);
    if (message) await send(message);
  };
  try {
    const { spec } = job;
    const [from, initialWeights] = [resumePointOf(job), initialWeightsOf(job)];
    const source = { dataset, executor, createSource };
    for await (const event of train({ spec, ...source, now, control, from, initialWeights })) {
      switch (event.type) {
        case 'start': {
          const { splits, sealHash, parameters, iterations } = event;
          const info = { name, threads, detail };
          await send({ kind: 'started', executor: info, splits, sealHash, parameters, iterations });
          break;
        }
        case 'iterations':
        case 'epoch':
        case 'divergence':
          batch.add(event);
          await tell(false);
          break;
        case 'position': {
          await tell(true);
          const { epoch, iteration, sums, checkpoint } = event;
          const data = encodeSafetensors(checkpoint);
          await send({ kind: 'position', epoch, iteration, sums, data });
          break;
        }
        case 'control': {
          await tell(true);
          const { heard, isPaused, learningRateChanges } = event;
          await send({
            kind: 'control',
            heard,
            isPaused,
            learningRateChanges: [...learningRateChanges],
          });
          break;
        }
        case 'end': {
          await tell(true);
          const { status, endReason, samplesPerSecond } = event;
          return { kind: 'ended', status, endReason, samplesPerSecond };
        }
        default:
          event satisfies never;
      }
      await turn();
    }
  } finally {
    await tell(true);
  }
  throw new Error('Training ended without saying how.');
}

function initialWeightsOf({ initialModel }: TrainJob) {
  if (initialModel === null) return undefined;
  return readModelFile(readFileSync(initialModel, 'utf8')).weights;
}

function resumePointOf({ from }: TrainJob): ResumePoint | undefined {
  if (!from) return undefined;
  const { epoch, checkpoint, validationLosses, unfinished, learningRateChanges } = from;
  return {
    epoch,
    checkpoint: decodeSafetensors(checkpoint),
    validationLosses: Array.from(validationLosses),
    unfinished: unfinished ?? undefined,
    learningRateChanges,
  };
}

/**
 * An executor may compute without ever waiting; a stop can only be heard when the event loop turns.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
