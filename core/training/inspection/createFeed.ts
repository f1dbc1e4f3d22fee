/**
 * The data of single iterations, as training itself feeds them: input, target, what it is mixed
 * with, and dropout noise.
 */
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { Component } from '../../contract/ModelSpec.ts';
import type { Dataset } from '../../data/Dataset.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import type { NoiseInput } from '../../model/applyModel.ts';
import { type ChunkArrays, type ChunkPosition, createChunkFeeder } from '../ChunkFeeder.ts';
import { allocateChunk } from '../ChunkSource.ts';
import type { PreparedExperiment } from '../prepareExperiment.ts';

export interface FeedOptions {
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly augmentation: readonly Component[];
  readonly noise: readonly NoiseInput[];
  readonly batchSize: number;
  readonly seed: number;
}

export type Feed = (place: Omit<ChunkPosition, 'steps'>) => ChunkArrays;

/** Each call gives arrays of its own. */
export function createFeed({ prepared, ...options }: FeedOptions): Feed {
  const { preprocessor, splits, model } = prepared;
  const source = { ...options, preprocessor, train: splits.train };
  const isMixed = prepareAugmentation(options.augmentation).batch.length > 0;
  const feeder = createChunkFeeder(source);
  const lengths = {
    input: options.batchSize * sizeOf(model.inputShape),
    target: options.batchSize,
    ...(isMixed && { target2: options.batchSize, lambda: options.batchSize }),
    ...Object.fromEntries(options.noise.map(({ name, shape }) => [name, sizeOf(shape)])),
  };
  return ({ epoch, samplesBefore, stepsBefore }) => {
    const arrays = allocateChunk({ ...source, lengths });
    feeder.fill({ epoch, samplesBefore, stepsBefore, steps: 1 }, arrays);
    return arrays;
  };
}
