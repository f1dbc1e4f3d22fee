/**
 * Assembles what a chunk of training steps consumes: inputs, targets, dropout noise, and the
 * optimizer's scalars.
 *
 * Everything in a step is addressed by (seed, epoch, iteration), so the same step comes out
 * whatever the chunks are. The arrays are allocated once and reused: training allocates nothing per
 * step.
 */
import type { Dataset } from '../data/Dataset.ts';
import type { Normalizer } from '../data/fitNormalizer.ts';
import { writeSamples } from '../data/writeSamples.ts';
import type { TensorData } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { fillBernoulli } from '../random/fill.ts';
import { randomAt } from '../random/randomAt.ts';
import type { LearningRateAt } from '../schedules/learningRateSchedule.ts';
import type { TrainingStep } from './trainingStep.ts';
import { writeTargets } from './writeTargets.ts';

export interface ChunkFeederOptions {
  readonly dataset: Dataset;
  readonly normalizer: Normalizer;
  readonly step: TrainingStep;
  readonly batchSize: number;
  readonly seed: number;
  /** The most steps that one chunk holds. */
  readonly capacity: number;
}

export interface ChunkPosition {
  /** From 1. */
  readonly epoch: number;
  /** Samples and steps of this epoch that were taken before the chunk. */
  readonly samplesBefore: number;
  readonly stepsBefore: number;
  /** Optimizer steps that were taken before the chunk, in all epochs. */
  readonly iterationsBefore: number;
  readonly steps: number;
  readonly learningRateAt: LearningRateAt;
}

export interface ChunkFeeder {
  /**
   * Sequences [steps, ...shape] by name, valid until the next call. `order` is the epoch's
   * permutation.
   */
  fill(order: Int32Array, position: ChunkPosition): Record<string, TensorData>;
}

export function createChunkFeeder(options: ChunkFeederOptions): ChunkFeeder {
  const { dataset, normalizer, step, batchSize, seed, capacity } = options;
  const sampleSize = sizeOf(dataset.sampleShape);
  const noise = step.noise.map((mask) => ({ ...mask, size: sizeOf(mask.shape) }));
  const arrays = allocate(options);
  const input = arrays.input as Float32Array;

  function fillStep(order: Int32Array, position: ChunkPosition, index: number): void {
    const first = position.samplesBefore + index * batchSize;
    const batch = order.subarray(first, first + batchSize);
    writeSamples(dataset, batch, normalizer, input, index * batchSize * sampleSize);
    writeTargets(dataset, batch, arrays.target, index * batchSize);

    const address = { epoch: position.epoch, index: position.stepsBefore + index };
    const random = randomAt({ seed, stream: 'dropout', ...address });
    for (const { name, size, keep, value } of noise) {
      const mask = arrays[name] as Float32Array;
      fillBernoulli(random, mask, keep, value, index * size, (index + 1) * size);
    }
    const iteration = position.iterationsBefore + index + 1;
    const scalars = step.scalars(iteration, position.learningRateAt(iteration));
    for (const [name, value] of Object.entries(scalars)) arrays[name][index] = value;
  }

  return {
    fill(order, position) {
      for (let index = 0; index < position.steps; index++) fillStep(order, position, index);
      return Object.fromEntries(
        Object.entries(arrays).map(([name, data]) => [
          name,
          data.subarray(0, (data.length / capacity) * position.steps),
        ]),
      );
    },
  };
}

/** Room for `capacity` steps of every sequence that the step declares. */
function allocate({ step, capacity }: ChunkFeederOptions): Record<string, TensorData> {
  const { program, sequences } = step.loop;
  return Object.fromEntries(
    program.inputs
      .filter(({ name }) => sequences.includes(name))
      .map(({ name, shape, dtype }) => {
        const length = capacity * sizeOf(shape);
        return [name, dtype === 'int' ? new Int32Array(length) : new Float32Array(length)];
      }),
  );
}
