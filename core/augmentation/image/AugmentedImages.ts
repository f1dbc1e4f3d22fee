/**
 * A minibatch of augmented images, as bytes: what training normalises in place of the dataset's own.
 *
 * The same rows could be asked for one at a time, in any order, from any thread: a preview does, and
 * gets the same bytes.
 */
import { createImageAugmenter, type ImageStep } from './ImageAugmenter.ts';

export interface AugmentedImages {
  /**
   * The images of the samples as they are in that epoch, behind each other; valid until the next
   * call. `images` is the whole dataset [N, channels, height, width], `indices` says which samples.
   */
  make(images: Uint8Array, indices: Int32Array, epoch: number): Uint8Array;
}

export function createAugmentedImages(
  steps: readonly ImageStep[],
  shape: readonly [channels: number, height: number, width: number],
  seed: number,
): AugmentedImages {
  const [channels, height, width] = shape;
  const size = channels * height * width;
  const augmenter = createImageAugmenter(steps, shape);
  let out = new Uint8Array(0);
  return {
    make(images, indices, epoch) {
      if (out.length < indices.length * size) out = new Uint8Array(indices.length * size);
      for (let row = 0; row < indices.length; row++) {
        const index = indices[row];
        const drawn = augmenter.draw({ seed, epoch, index });
        augmenter.apply(drawn, images, index * size, out, row * size);
      }
      return out;
    },
  };
}
