/**
 * Writes the samples of a minibatch into what a training step consumes, augmented as the epoch has
 * them.
 *
 * Order of things: images are transformed as bytes, then normalised like any others, then samples
 * are mixed with one another as the model would see them. Everything is addressed by (seed, epoch,
 * sample), so neither chunks nor threads nor resuming change a bit.
 */
import { type BatchMixer, createBatchMixer } from '../augmentation/batch/BatchMixer.ts';
import { createAugmentedImages } from '../augmentation/image/AugmentedImages.ts';
import type { ImageStep } from '../augmentation/image/ImageAugmenter.ts';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import { writeSamples } from '../data/writeSamples.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { ChunkArrays, ChunkFeederOptions } from './ChunkFeeder.ts';
import { writeTargets } from './writeTargets.ts';

export interface SampleWriter {
  /** The minibatch of these samples becomes number `step` of the chunk. */
  write(batch: Int32Array, epoch: number, step: number, arrays: ChunkArrays): void;
}

type Options = Pick<
  ChunkFeederOptions,
  'dataset' | 'normalizer' | 'augmentation' | 'batchSize' | 'seed'
>;

export function createSampleWriter(options: Options): SampleWriter {
  const { dataset, batchSize } = options;
  const inputSize = batchSize * sizeOf(dataset.sampleShape);
  const steps = prepareAugmentation(options.augmentation);
  const writeInputs = inputWriter(options, steps.image);
  const mixer = steps.batch.length > 0 ? createBatchMixer(steps.batch, dataset.sampleShape) : null;
  return {
    write(batch, epoch, step, arrays) {
      const input = arrays.input as Float32Array;
      writeInputs(batch, epoch, input, step * inputSize);
      writeTargets(dataset, batch, arrays.target, step * batchSize);
      if (mixer) mixSamples(mixer, options, batch, epoch, step, arrays);
    },
  };
}

type WriteInputs = (batch: Int32Array, epoch: number, out: Float32Array, offset: number) => void;

function inputWriter(
  { dataset, normalizer, batchSize, seed }: Options,
  image: readonly ImageStep[],
): WriteInputs {
  const { features, sampleShape } = dataset;
  if (image.length === 0 || !(features instanceof Uint8Array)) {
    return (batch, _epoch, out, offset) => writeSamples(dataset, batch, normalizer, out, offset);
  }
  const [channels, height, width] = sampleShape;
  const images = createAugmentedImages(image, [channels, height, width], seed);
  const rows = Int32Array.from({ length: batchSize }, (_, row) => row);
  return (batch, epoch, out, offset) => {
    const made = { features: images.make(features, batch, epoch), sampleShape };
    writeSamples(made, rows.subarray(0, batch.length), normalizer, out, offset);
  };
}

function mixSamples(
  mixer: BatchMixer,
  { dataset, batchSize, seed }: Options,
  batch: Int32Array,
  epoch: number,
  step: number,
  { input, target2, lambda }: ChunkArrays,
): void {
  const drawn = Array.from(batch, (index, row) =>
    mixer.draw({ seed, epoch, index }, row, batch.length),
  );
  mixer.apply(drawn, input as Float32Array, step * batchSize * sizeOf(dataset.sampleShape));
  for (const [row, mix] of drawn.entries()) {
    const at = step * batchSize + row;
    target2[at] = dataset.targets[batch[mix ? mix.partner : row]];
    lambda[at] = mix ? mix.drawn.lambda : 1;
  }
}
