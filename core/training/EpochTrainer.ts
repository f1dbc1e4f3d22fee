/**
 * Trains one epoch at a time, in chunks of iterations that run inside one call of the executor.
 *
 * Chunk lengths follow the clock, so that a stop is heard soon and a call's fixed cost stays small;
 * results do not depend on them. Without dropLast the minibatch left over has a size of its own,
 * hence a second compiled step; the state moves there and back once an epoch.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { MetricPoint } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import { epochOrder } from '../data/epochOrder.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { initializeModel } from '../model/initializeModel.ts';
import type { PreparedExperiment } from './prepareExperiment.ts';
import { createStepLoop, type StepLoop } from './StepLoop.ts';
import { scheduleOf } from './scheduleOf.ts';
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
  readonly now: () => number;
  readonly initialWeights?: Readonly<Record<string, Float32Array>> | undefined;
}

export async function createEpochTrainer(options: EpochTrainerOptions): Promise<EpochTrainer> {
  const { spec, prepared, now } = options;
  const { model, splits } = prepared;
  const { batchSize } = spec.training;
  const { full, last } = await createLoops(options);
  const loops = [full, last].filter((loop) => loop !== null);
  const fullSteps = Math.floor(splits.train.length / batchSize);
  const iterationsPerEpoch = fullSteps + (last ? 1 : 0);
  const schedule = scheduleOf(spec, iterationsPerEpoch);
  const first = loops[0];
  await first.executable.setState(
    first.step.initialState(
      options.initialWeights ?? initializeModel(model, spec.seed, spec.initialization),
    ),
  );
  let chunkSteps = 1;

  async function* run(
    epoch: number,
    validationLosses: readonly number[],
  ): AsyncGenerator<Chunk, void> {
    const learningRateAt = schedule.during(validationLosses);
    const order = epochOrder(splits.train, spec.seed, epoch);
    const iterationsBefore = (epoch - 1) * iterationsPerEpoch;
    const runChunk = (loop: StepLoop, stepsBefore: number, steps: number) =>
      measured(now, () =>
        runSteps(loop, order, {
          epoch,
          samplesBefore: stepsBefore * batchSize,
          stepsBefore,
          iterationsBefore: iterationsBefore + stepsBefore,
          steps,
          learningRateAt,
        }),
      );
    for (let done = 0; full && done < fullSteps; ) {
      const steps = Math.min(chunkSteps, full.capacity, fullSteps - done);
      const chunk = await runChunk(full, done, steps);
      const ideal = (steps * CHUNK_MILLISECONDS) / Math.max(chunk.milliseconds, 0.1);
      chunkSteps = Math.max(1, Math.round(Math.min(ideal, 2 * chunkSteps)));
      done += steps;
      yield chunk;
    }
    if (!last) return;
    if (full) await last.executable.setState(await full.executable.getState());
    const chunk = await runChunk(last, fullSteps, 1);
    if (full) await full.executable.setState(await last.executable.getState());
    yield chunk;
  }

  return {
    iterationsPerEpoch,
    run,
    checkpoint: async () => toCheckpoint(first, await first.executable.getState()),
    async dispose() {
      for (const loop of loops) await loop.executable.dispose();
    },
  };
}

/** The step of full minibatches and that of the one left over; null where there is none. */
async function createLoops({ spec, dataset, prepared, executor }: EpochTrainerOptions) {
  const { model, normalizer, splits } = prepared;
  const { batchSize, dropLast, gradientClipping } = spec.training;
  const samples = splits.train.length;
  const leftOver = dropLast ? 0 : samples % batchSize;
  const create = (size: number) =>
    createStepLoop({
      ...spec,
      gradientClipping,
      model,
      dataset,
      normalizer,
      executor,
      batchSize: size,
    });
  return {
    full: samples >= batchSize ? await create(batchSize) : null,
    last: leftOver > 0 ? await create(leftOver) : null,
  };
}

async function measured(
  now: () => number,
  work: () => Promise<Omit<Chunk, 'milliseconds'>>,
): Promise<Chunk> {
  const start = now();
  const result = await work();
  return { ...result, milliseconds: now() - start };
}

async function runSteps(
  loop: StepLoop,
  order: Int32Array,
  position: Parameters<StepLoop['feeder']['fill']>[1],
): Promise<Omit<Chunk, 'milliseconds'>> {
  const sequences = loop.feeder.fill(order, position);
  const reports = await loop.executable.run(position.steps, sequences);
  const points: MetricPoint[] = [];
  let lossSum = 0;
  let correct = 0;
  for (let index = 0; index < position.steps; index++) {
    const loss = reports.loss[index];
    const iteration = position.iterationsBefore + index + 1;
    // Asked of the schedule, not read back from the sequences: those are rounded to float32.
    const learningRate = position.learningRateAt(iteration);
    points.push({ iteration, epoch: position.epoch, loss, learningRate });
    lossSum += loss * loop.batchSize;
    correct += reports.correct?.[index] ?? 0;
  }
  return { points, samples: position.steps * loop.batchSize, lossSum, correct };
}

/** Shapes come from the step's own state inputs, so nothing that it carries can be forgotten. */
function toCheckpoint(loop: StepLoop, state: Record<string, TensorData>): Checkpoint {
  const inputs = loop.step.loop.program.inputs.filter(({ name }) => name in state);
  return Object.fromEntries(
    inputs.map(({ name, shape }) => [name, { shape, data: Float32Array.from(state[name]) }]),
  );
}
