/**
 * What an image augmentation is: how it draws, and either a map of the plane or a change of pixels.
 *
 * Geometric ones never touch pixels. They say where each pixel comes from, consecutive maps are
 * multiplied, and the image is resampled once: faster than step by step, sharper, and what one step
 * moves out of the frame another can bring back.
 */
import type { Options } from '../../contract/ModelSpec.ts';
import type { Random } from '../../random/Random.ts';
import type { AugmentationDefinition, Drawn } from '../AugmentationDefinition.ts';
import type { Affine } from './Affine.ts';

export interface ImageSize {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** An image being transformed: [channels, height, width] of grey levels in [0, 255]. */
export interface Image extends ImageSize {
  readonly pixels: Float32Array;
}

/** Room to work in, kept from sample to sample; holds rubbish at the start. */
export interface Scratch {
  /** As large as the image. */
  readonly image: Float32Array;
  /** [height, width] each. */
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
}

interface CommonParts<O extends Options, D extends Drawn> extends AugmentationDefinition<D> {
  /** Why the options do not go together or with images of that size, or null. */
  refusal?(options: O, size: ImageSize): string | null;
  /** Why the step would leave images of that size as they are, or null. */
  idle?(options: O, size: ImageSize): string | null;
  /** Null where nothing was found to do. */
  draw(random: Random, options: O, size: ImageSize): D | null;
}

export interface GeometricAugmentation<O extends Options = Options, D extends Drawn = Drawn>
  extends CommonParts<O, D> {
  readonly kind: 'geometric';
  /** From places in the result to places in the image. What was drawn holds `fill`. */
  map(drawn: D, size: ImageSize): Affine;
}

export interface PixelAugmentation<O extends Options = Options, D extends Drawn = Drawn>
  extends CommonParts<O, D> {
  readonly kind: 'pixels';
  /** In place; the result must be finite, and is then clamped to [0, 255]. */
  apply(image: Image, drawn: D, scratch: Scratch): void;
}

export type ImageAugmentation = GeometricAugmentation | PixelAugmentation;
