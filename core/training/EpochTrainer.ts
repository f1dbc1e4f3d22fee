/**
 * Trains in chunks of iterations that run inside one call of the executor; no chunk reaches over
 * the end of an epoch.
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
import { stateOf } from './stateOf.ts';
import type { Checkpoint } from './TrainingEvent.ts';

const CHUNK_MILLISECONDS = 60;

export interface Chunk {
  readonly points: readonly MetricPoint[];
  readonly samples: number;
  /** Correctly classified samples; 0 for regression. */
  readonly correct: number;
  readonly milliseconds: number;
}

/** Where a chunk begins, and how far it may go. */
export interface ChunkStart {
  /** From 1. */
  readonly epoch: number;
  /** Iterations of the epoch that are done: fewer than it has. */
  readonly done: number;
  /** At least 1. */
  readonly most: number;
}

export interface EpochTrainer {
  /** Optimizer steps in an epoch. */
  readonly iterationsPerEpoch: number;
  /** The iterations of an epoch behind those that are done, as many as a call should take. */
  run(start: ChunkStart, learningRateAt: LearningRateAt): Promise<Chunk>;
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
  await full.executable.setState(initialState(options, full));
  let chunkSteps = 1;
  let pending: Pending | null = null;

  function request(loop: StepLoop, { epoch, done, most }: ChunkStart): Pending {
    const room = Math.min(chunkSteps, full.capacity, fullSteps - done, most);
    const steps = loop === last ? 1 : room;
    const position = { epoch, samplesBefore: done * batchSize, stepsBefore: done, steps };
    const arrays = loop.source.request(position);
    // Whoever waits for it hears of a failure; until then it must not count as unhandled.
    arrays.catch(() => undefined);
    return { position, arrays };
  }

  /** The chunk of full minibatches behind this one, if need be in the next epoch. */
  function requestNext({ epoch, stepsBefore, steps }: ChunkPosition): Pending | null {
    const [done, most] = [stepsBefore + steps, Number.POSITIVE_INFINITY];
    if (done < fullSteps) return request(full, { epoch, done, most });
    return epoch < epochs ? request(full, { epoch: epoch + 1, done: 0, most }) : null;
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
    const points = pointsOf(reports, position.epoch, before, learningRateAt);
    return { ...summarize(loop.batchSize, reports), points, milliseconds: now() - start };
  }

  async function runFull(start: ChunkStart, learningRateAt: LearningRateAt): Promise<Chunk> {
    // What was asked for ahead knew nothing of a pause: too long, it is left lying.
    const ahead = pending && pending.position.steps <= start.most ? pending : request(full, start);
    const chunk = await runChunk(full, ahead, learningRateAt);
    const steps = chunk.points.length;
    const ideal = (steps * CHUNK_MILLISECONDS) / Math.max(chunk.milliseconds, 0.1);
    chunkSteps = Math.max(1, Math.round(Math.min(ideal, 2 * chunkSteps)));
    return chunk;
  }

  async function runLast(
    loop: StepLoop,
    start: ChunkStart,
    learningRateAt: LearningRateAt,
  ): Promise<Chunk> {
    await loop.executable.setState(await full.executable.getState());
    const chunk = await runChunk(loop, request(loop, start), learningRateAt);
    await full.executable.setState(await loop.executable.getState());
    return chunk;
  }

  return {
    iterationsPerEpoch,
    run: (start, learningRateAt) =>
      last && start.done === fullSteps
        ? runLast(last, start, learningRateAt)
        : runFull(start, learningRateAt),
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
  const { batchSize, dropLast, gradientClipping, trackGradientNorm } = spec.training;
  const { train } = splits;
  const leftOver = dropLast ? 0 : train.length % batchSize;
  const tracked = { gradientClipping, trackGradientNorm };
  const shared = { ...spec, ...tracked, model, dataset, preprocessor, train };
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
  { loss: losses, gradientNorm }: Record<string, TensorData>,
  epoch: number,
  iterationsBefore: number,
  learningRateAt: LearningRateAt,
): MetricPoint[] {
  return Array.from(losses, (loss, index) => {
    const iteration = iterationsBefore + index + 1;
    // Asked of the schedule, not read back from the sequences: those are rounded to float32.
    const norm = gradientNorm ? gradientNorm[index] : null;
    return { iteration, epoch, loss, gradientNorm: norm, learningRate: learningRateAt(iteration) };
  });
}

function summarize(
  batchSize: number,
  { loss, correct }: Record<string, TensorData>,
): Pick<Chunk, 'samples' | 'correct'> {
  return { samples: loss.length * batchSize, correct: correct ? sum(correct) : 0 };
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
    inputs.map(({ name, shape }) => [name, { shape, data: asFloat32(state[name]) }]),
  );
}

/** The state is a copy already; another one of a large model costs tens of milliseconds. */
const asFloat32 = (values: TensorData): Float32Array =>
  values instanceof Float32Array ? values : new Float32Array(values);
