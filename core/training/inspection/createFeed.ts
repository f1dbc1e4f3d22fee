/** The data of single iterations, as training itself feeds them: input, target and dropout noise. */
import type { Dataset } from '../../data/Dataset.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import type { NoiseInput } from '../../model/applyModel.ts';
import { type ChunkArrays, type ChunkPosition, createChunkFeeder } from '../ChunkFeeder.ts';
import { allocateChunk } from '../ChunkSource.ts';
import type { PreparedExperiment } from '../prepareExperiment.ts';

export interface FeedOptions {
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly noise: readonly NoiseInput[];
  readonly batchSize: number;
  readonly seed: number;
}

export type Feed = (place: Omit<ChunkPosition, 'steps'>) => ChunkArrays;

/** Each call gives arrays of its own. */
export function createFeed({ prepared, ...options }: FeedOptions): Feed {
  const { normalizer, splits, model } = prepared;
  const source = { ...options, normalizer, train: splits.train };
  const feeder = createChunkFeeder(source);
  const lengths = {
    input: options.batchSize * sizeOf(model.inputShape),
    target: options.batchSize,
    ...Object.fromEntries(options.noise.map(({ name, shape }) => [name, sizeOf(shape)])),
  };
  return ({ epoch, samplesBefore, stepsBefore }) => {
    const arrays = allocateChunk({ ...source, lengths });
    feeder.fill({ epoch, samplesBefore, stepsBefore, steps: 1 }, arrays);
    return arrays;
  };
}
