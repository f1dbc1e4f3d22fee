/**
 * A training as the messages of its trainer: the part that a process and a window have in common,
 * so nothing here may need Node or a page.
 */
import type { ExecutorInfo } from '../../core/contract/RunRecord.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import { decodeSafetensors, encodeSafetensors } from '../../core/model/safetensors.ts';
import type { CreateChunkSource } from '../../core/training/ChunkSource.ts';
import type { ResumePoint } from '../../core/training/ResumePoint.ts';
import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import { train } from '../../core/training/train.ts';
import type { ChosenExecutor } from './ChosenExecutor.ts';
import { createProgressBatch } from './ProgressBatch.ts';
import type { TrainerMessage, TrainJob } from './TrainerProtocol.ts';

export interface TellTrainingOptions extends ChosenExecutor {
  readonly job: TrainJob;
  readonly dataset: Dataset;
  readonly createSource: CreateChunkSource;
  /** Of the model that it starts from, if any. */
  readonly initialWeights: Readonly<Record<string, Float32Array>> | undefined;
  readonly control: TrainingControl;
  /** Resolves when training may go on, so that it cannot outrun whoever listens. */
  send(message: TrainerMessage): Promise<void>;
  /**
   * Lets the event loop turn: an executor may compute without ever waiting, and a stop could not be
   * heard.
   */
  turn(): Promise<void>;
}

/** Returns the last message. What finished before a failure is told first. */
export async function tellTraining(options: TellTrainingOptions): Promise<TrainerMessage> {
  const { job, dataset, executor, createSource, initialWeights, control, send, turn } = options;
  const { measuredSeconds } = options;
  const { spec } = job;
  const now = () => performance.now();
  const batch = createProgressBatch(spec.training.checkpointEvery);
  const tell = async (isLast: boolean) => {
    const message = batch.take(now(), isLast);
    if (message) await send(message);
  };
  try {
    const from = resumePointOf(job);
    const source = { dataset, executor, createSource };
    const { learningRateChanges } = job;
    const given = { control, from, learningRateChanges, initialWeights };
    for await (const event of train({ spec, ...source, now, ...given })) {
      switch (event.type) {
        case 'start': {
          const { splits, sealHash, parameters, iterations } = event;
          await send({
            kind: 'started',
            executor: infoOf(options),
            ...(measuredSeconds !== undefined && { measuredSeconds }),
            ...{ splits, sealHash, parameters, iterations },
          });
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

function infoOf({ executor, timings }: ChosenExecutor): ExecutorInfo {
  const { name, threads, detail, backend } = executor;
  return {
    ...{ name, threads, detail },
    ...(backend && { backend }),
    ...(timings && { timings: [...timings] }),
  };
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
