/**
 * Assembles what a chunk of training steps consumes of the data: inputs, targets, dropout noise.
 *
 * Everything in a step is addressed by (seed, epoch, iteration), so the same step comes out
 * whatever the chunks are and whoever assembles them. The options are plain data and the arrays are
 * handed in, so that a feeder can live in a thread of its own over shared memory.
 */
import type { Component } from '../contract/ModelSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import { epochOrder } from '../data/epochOrder.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { NoiseInput } from '../model/applyModel.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { fillBernoulli } from '../random/fill.ts';
import { randomAt } from '../random/randomAt.ts';
import { createSampleWriter } from './SampleWriter.ts';

export interface ChunkFeederOptions {
  readonly dataset: Dataset;
  readonly preprocessor: Preprocessor;
  /** Of the experiment: checked, but not yet prepared, since a thread takes plain data only. */
  readonly augmentation: readonly Component[];
  /** Dataset indices of the training split. */
  readonly train: Int32Array;
  readonly noise: readonly NoiseInput[];
  readonly batchSize: number;
  readonly seed: number;
}

/** Where a chunk stands in training. */
export interface ChunkPosition {
  /** From 1. */
  readonly epoch: number;
  /** Samples and steps of this epoch that come before the chunk. */
  readonly samplesBefore: number;
  readonly stepsBefore: number;
  readonly steps: number;
}

/**
 * `input`, `target` and every noise by name, each with room for a chunk of steps; where samples are
 * mixed, `target2` and `lambda` too.
 */
export type ChunkArrays = Readonly<Record<string, Float32Array | Int32Array>>;

export interface ChunkFeeder {
  /** Writes the chunk's sequences, [steps, ...shape], from the start of each array. */
  fill(position: ChunkPosition, arrays: ChunkArrays): void;
}

export function createChunkFeeder(options: ChunkFeederOptions): ChunkFeeder {
  const { train, batchSize, seed } = options;
  const writer = createSampleWriter(options);
  const noise = options.noise.map((mask) => ({ ...mask, size: sizeOf(mask.shape) }));
  let current: { epoch: number; order: Int32Array } = { epoch: 0, order: new Int32Array() };

  function fillStep(position: ChunkPosition, index: number, arrays: ChunkArrays): void {
    const first = position.samplesBefore + index * batchSize;
    const batch = current.order.subarray(first, first + batchSize);
    writer.write(batch, position.epoch, index, arrays);
    const address = { epoch: position.epoch, index: position.stepsBefore + index };
    const random = randomAt({ seed, stream: 'dropout', ...address });
    for (const { name, size, keep, value } of noise) {
      const mask = arrays[name] as Float32Array;
      fillBernoulli(random, mask, keep, value, index * size, (index + 1) * size);
    }
  }

  return {
    fill(position, arrays) {
      const { epoch } = position;
      if (current.epoch !== epoch) current = { epoch, order: epochOrder(train, seed, epoch) };
      for (let index = 0; index < position.steps; index++) fillStep(position, index, arrays);
    },
  };
}
