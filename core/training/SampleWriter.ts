/**
 * Writes the samples of a minibatch into what a training step consumes, augmented as the epoch has
 * them.
 *
 * Order of things: images and texts are transformed raw, then encoded like any others, then samples
 * are mixed with one another as the model would see them. Everything is addressed by (seed, epoch,
 * sample), so neither chunks nor threads nor resuming change a bit.
 */
import { type BatchMixer, createBatchMixer } from '../augmentation/batch/BatchMixer.ts';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import { createBatchWriter } from '../preprocessing/createBatchWriter.ts';
import { inputShapeOf } from '../preprocessing/inputShapeOf.ts';
import type { ChunkArrays, ChunkFeederOptions } from './ChunkFeeder.ts';
import { writeTargets } from './writeTargets.ts';

export interface SampleWriter {
  /** The minibatch of these samples becomes number `step` of the chunk. */
  write(batch: Int32Array, epoch: number, step: number, arrays: ChunkArrays): void;
}

type Options = Pick<
  ChunkFeederOptions,
  'dataset' | 'preprocessor' | 'augmentation' | 'batchSize' | 'seed'
>;

export function createSampleWriter(options: Options): SampleWriter {
  const { dataset, batchSize } = options;
  const inputs = createBatchWriter(options);
  const inputSize = batchSize * inputs.sampleSize;
  const { batch: mixes } = prepareAugmentation(options.augmentation);
  const mixer =
    mixes.length > 0 ? createBatchMixer(mixes, inputShapeOf(options.preprocessor)) : null;
  return {
    write(batch, epoch, step, arrays) {
      const input = arrays.input as Float32Array;
      inputs.write(batch, epoch, input, step * inputSize);
      writeTargets(dataset, batch, arrays.target, step * batchSize);
      if (mixer)
        mixSamples(
          mixer,
          options,
          { batch, epoch, at: step * batchSize },
          arrays,
          inputs.sampleSize,
        );
    },
  };
}

interface Place {
  readonly batch: Int32Array;
  readonly epoch: number;
  /** Samples of the chunk before the minibatch. */
  readonly at: number;
}

function mixSamples(
  mixer: BatchMixer,
  { dataset, seed }: Options,
  { batch, epoch, at }: Place,
  { input, target2, lambda }: ChunkArrays,
  sampleSize: number,
): void {
  const drawn = Array.from(batch, (index, row) =>
    mixer.draw({ seed, epoch, index }, row, batch.length),
  );
  mixer.apply(drawn, input as Float32Array, at * sampleSize);
  for (const [row, mix] of drawn.entries()) {
    target2[at + row] = dataset.targets[batch[mix ? mix.partner : row]];
    lambda[at + row] = mix ? mix.drawn.lambda : 1;
  }
}
