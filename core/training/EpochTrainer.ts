/**
 * Trains one epoch at a time, in chunks of iterations that run inside one call of the executor.
 *
 * The next chunk, over the end of an epoch too, is asked for before the one in hand runs, so that a
 * source with a thread of its own works meanwhile. Chunk lengths follow the clock, so that a stop
 * is heard soon and a call's fixed cost stays small; results do not depend on them. Without
 * dropLast the minibatch left over has a size of its own, hence a second compiled step; the state
 * moves there and back once an epoch.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { MetricPoint } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { initializeModel } from '../model/initializeModel.ts';
import type { LearningRateAt } from '../schedules/learningRateSchedule.ts';
import type { ChunkArrays, ChunkPosition } from './ChunkFeeder.ts';
import type { CreateChunkSource } from './ChunkSource.ts';
import type { PreparedExperiment } from './prepareExperiment.ts';
import { createStepLoop, type StepLoop } from './StepLoop.ts';
import { scheduleOf } from './scheduleOf.ts';
import { stateOf } from './stateOf.ts';
import type { Checkpoint } from './TrainingEvent.ts';

const CHUNK_MILLISECONDS = 60;

export interface Chunk {
  readonly points: readonly MetricPoint[];
  readonly samples: number;
  /** Sum of the data loss over samples. */
  readonly lossSum: number;
  /** Correctly classified samples; 0 for regression. */
  readonly correct: number;
  readonly milliseconds: number;
}

export interface EpochTrainer {
  /** Optimizer steps in an epoch. */
  readonly iterationsPerEpoch: number;
  /**
   * One pass over the training split, told chunk by chunk; `epoch` counts from 1, and the
   * validation losses are those of the epochs before it.
   */
  run(epoch: number, validationLosses: readonly number[]): AsyncGenerator<Chunk, void>;
  /** Parameters, buffers and optimizer state after the last chunk. */
  checkpoint(): Promise<Checkpoint>;
  dispose(): Promise<void>;
}

export interface EpochTrainerOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly executor: Executor;
  readonly createSource: CreateChunkSource;
  readonly now: () => number;
  /** State to go on from; freshly initialized when left out. */
  readonly checkpoint?: Checkpoint | undefined;
  /** Parameters and buffers to begin with, where there is no checkpoint. */
  readonly initialWeights?: Readonly<Record<string, Float32Array>> | undefined;
}

/** A chunk that is being assembled. */
interface Pending {
  readonly position: ChunkPosition;
  readonly arrays: Promise<ChunkArrays>;
}

export async function createEpochTrainer(options: EpochTrainerOptions): Promise<EpochTrainer> {
  const { spec, prepared, now } = options;
  const { batchSize, epochs } = spec.training;
  const fullSteps = Math.floor(prepared.splits.train.length / batchSize);
  const { full, last } = await createLoops(options);
  const iterationsPerEpoch = fullSteps + (last ? 1 : 0);
  const schedule = scheduleOf(spec, iterationsPerEpoch);
  await full.executable.setState(initialState(options, full));
  let chunkSteps = 1;
  let pending: Pending | null = null;

  function request(loop: StepLoop, epoch: number, stepsBefore: number): Pending {
    const steps = loop === last ? 1 : Math.min(chunkSteps, full.capacity, fullSteps - stepsBefore);
    const position = { epoch, samplesBefore: stepsBefore * batchSize, stepsBefore, steps };
    const arrays = loop.source.request(position);
    // Whoever waits for it hears of a failure; until then it must not count as unhandled.
    arrays.catch(() => undefined);
    return { position, arrays };
  }

  /** The chunk of full minibatches behind this one, if need be in the next epoch. */
  function requestNext({ epoch, stepsBefore, steps }: ChunkPosition): Pending | null {
    const done = stepsBefore + steps;
    if (done < fullSteps) return request(full, epoch, done);
    return epoch < epochs ? request(full, epoch + 1, 0) : null;
  }

  async function runChunk(
    loop: StepLoop,
    { position, arrays }: Pending,
    learningRateAt: LearningRateAt,
  ): Promise<Chunk> {
    const start = now();
    const chunk = await arrays;
    if (loop === full) pending = requestNext(position);
    const before = (position.epoch - 1) * iterationsPerEpoch + position.stepsBefore;
    const reports = await loop.run(chunk, position.steps, before, learningRateAt);
    const points = pointsOf(reports.loss, position.epoch, before, learningRateAt);
    return { ...summarize(loop.batchSize, reports), points, milliseconds: now() - start };
  }

  async function* run(
    epoch: number,
    validationLosses: readonly number[],
  ): AsyncGenerator<Chunk, void> {
    const learningRateAt = schedule.during(validationLosses);
    let done = 0;
    while (done < fullSteps) {
      const ahead: Pending = pending ?? request(full, epoch, done);
      const chunk = await runChunk(full, ahead, learningRateAt);
      const steps = chunk.points.length;
      const ideal = (steps * CHUNK_MILLISECONDS) / Math.max(chunk.milliseconds, 0.1);
      chunkSteps = Math.max(1, Math.round(Math.min(ideal, 2 * chunkSteps)));
      done += steps;
      yield chunk;
    }
    if (!last) return;
    await last.executable.setState(await full.executable.getState());
    const chunk = await runChunk(last, request(last, epoch, fullSteps), learningRateAt);
    await full.executable.setState(await last.executable.getState());
    yield chunk;
  }

  return {
    iterationsPerEpoch,
    run,
    checkpoint: async () => toCheckpoint(full, await full.executable.getState()),
    async dispose() {
      for (const loop of last ? [full, last] : [full]) {
        await loop.source.dispose();
        await loop.executable.dispose();
      }
    },
  };
}

/** The step of full minibatches, and that of the samples left over where they are kept. */
async function createLoops(options: EpochTrainerOptions) {
  const { spec, dataset, prepared, executor, createSource } = options;
  const { model, preprocessor, splits } = prepared;
  const { batchSize, dropLast, gradientClipping } = spec.training;
  const { train } = splits;
  const leftOver = dropLast ? 0 : train.length % batchSize;
  const shared = { ...spec, gradientClipping, model, dataset, preprocessor, train };
  const common = { ...shared, executor, createSource };
  return {
    full: await createStepLoop({ ...common, batchSize }),
    last: leftOver > 0 ? await createStepLoop({ ...common, batchSize: leftOver }) : null,
  };
}

function initialState(
  { spec, prepared, checkpoint, initialWeights }: EpochTrainerOptions,
  { step }: StepLoop,
): Record<string, TensorData> {
  if (checkpoint) return stateOf(checkpoint, step.loop);
  const weights = initialWeights ?? initializeModel(prepared.model, spec.seed, spec.initialization);
  return step.initialState(weights);
}

function pointsOf(
  losses: TensorData,
  epoch: number,
  iterationsBefore: number,
  learningRateAt: LearningRateAt,
): MetricPoint[] {
  return Array.from(losses, (loss, index) => {
    const iteration = iterationsBefore + index + 1;
    // Asked of the schedule, not read back from the sequences: those are rounded to float32.
    return { iteration, epoch, loss, learningRate: learningRateAt(iteration) };
  });
}

function summarize(
  batchSize: number,
  { loss, correct }: Record<string, TensorData>,
): Pick<Chunk, 'samples' | 'lossSum' | 'correct'> {
  return {
    samples: loss.length * batchSize,
    lossSum: sum(loss) * batchSize,
    correct: correct ? sum(correct) : 0,
  };
}

function sum(values: TensorData): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Shapes come from the step's own state inputs, so nothing that it carries can be forgotten. */
function toCheckpoint(loop: StepLoop, state: Record<string, TensorData>): Checkpoint {
  const inputs = loop.step.loop.program.inputs.filter(({ name }) => name in state);
  return Object.fromEntries(
    inputs.map(({ name, shape }) => [name, { shape, data: Float32Array.from(state[name]) }]),
  );
}
