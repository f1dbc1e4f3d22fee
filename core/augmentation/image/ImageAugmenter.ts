/**
 * Draws and applies a list of image augmentations, one sample after the other.
 *
 * One augmenter is kept for many samples: its arrays and its generator are used again, so that a
 * sample costs no more than its pixels. What was drawn is all that applying needs. The result is
 * rounded to bytes, as images come, so that what a preview shows is exactly what is trained on.
 */
import { sizeOf } from '../../graph/Tensor.ts';
import { seedAt } from '../../random/randomAt.ts';
import { Xoshiro128 } from '../../random/Xoshiro128.ts';
import { type AugmentationStep, type DrawnStep, isOn } from '../AugmentationStep.ts';
import { type Affine, compose } from './Affine.ts';
import type { ImageAugmentation, ImageSize, Scratch } from './ImageAugmentation.ts';
import { resample } from './resample.ts';

export type ImageStep = AugmentationStep<ImageAugmentation>;
export type DrawnImageStep = DrawnStep<ImageAugmentation>;

export interface SampleAddress {
  readonly seed: number;
  /** From 1. */
  readonly epoch: number;
  /** Of the sample in its dataset. */
  readonly index: number;
}

export interface ImageAugmenter {
  /** One entry a step, in the order of the list; depends on the address and the options alone. */
  draw(address: SampleAddress): DrawnImageStep[];
  /**
   * Writes the image at `from` of `source`, transformed, to `to` of `out`; both are bytes
   * [channels, height, width].
   */
  apply(
    drawn: readonly DrawnImageStep[],
    source: Uint8Array,
    from: number,
    out: Uint8Array,
    to: number,
  ): void;
}

export function createImageAugmenter(
  steps: readonly ImageStep[],
  shape: readonly [channels: number, height: number, width: number],
): ImageAugmenter {
  const [channels, height, width] = shape;
  const size = { channels, height, width };
  const work = createWork(size);
  const random = new Xoshiro128([1, 0, 0, 0]);
  return {
    draw: (address) =>
      steps.map((step) => {
        seedAt(random, { ...address, stream: 'augment', part: step.part });
        const drawn = isOn(step, random) ? step.definition.draw(random, step.options, size) : null;
        return { step, drawn };
      }),
    apply(drawn, source, from, out, to) {
      const { length } = work.pixels;
      for (let i = 0; i < length; i++) work.pixels[i] = source[from + i];
      applySteps(drawn, work);
      for (let i = 0; i < length; i++) out[to + i] = work.pixels[i] + 0.5;
    },
  };
}

interface Work extends Scratch {
  readonly size: ImageSize;
  /** Swapped with `scratch` by a resampling. */
  pixels: Float32Array;
  image: Float32Array;
}

function createWork(size: ImageSize): Work {
  const { channels, height, width } = size;
  const plane = () => new Float32Array(height * width);
  const image = () => new Float32Array(sizeOf([channels, height, width]));
  return { size, pixels: image(), image: image(), planes: [plane(), plane(), plane()] };
}

/** Consecutive geometric steps are one map and one resampling, unless their fill values differ. */
function applySteps(steps: readonly DrawnImageStep[], work: Work): void {
  let map: Affine | null = null;
  let fill: number | null = null;
  for (const { step, drawn } of steps) {
    if (drawn === null) continue;
    const { definition } = step;
    const nextFill = typeof drawn.fill === 'number' ? drawn.fill : null;
    const fits = fill === null || nextFill === null || fill === nextFill;
    if (map && (definition.kind === 'pixels' || !fits)) {
      resampleWork(work, map, fill);
      map = null;
      fill = null;
    }
    if (definition.kind === 'geometric') {
      const next = definition.map(drawn, work.size);
      map = map ? compose(map, next) : next;
      fill = nextFill ?? fill;
    } else {
      definition.apply({ ...work.size, pixels: work.pixels }, drawn, work);
      clamp(work.pixels);
    }
  }
  if (map) resampleWork(work, map, fill);
}

/** A flip alone has no fill value and needs none. */
function resampleWork(work: Work, map: Affine, fill: number | null): void {
  const { pixels, image } = work;
  resample(pixels, image, work.size, map, fill ?? 0);
  work.pixels = image;
  work.image = pixels;
}

function clamp(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.min(255, Math.max(0, pixels[i]));
}
