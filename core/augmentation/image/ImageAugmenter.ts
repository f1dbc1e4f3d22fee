/**
 * Draws and applies a list of image augmentations, one sample after the other.
 *
 * One augmenter is kept for many samples: its arrays and its generator are used again, so that a
 * sample costs no more than its pixels. What was drawn is all that applying needs. The result is
 * bytes, as images come, so that what a preview shows is exactly what is trained on.
 */
import { seedAt } from '../../random/randomAt.ts';
import { Xoshiro128 } from '../../random/Xoshiro128.ts';
import { type AugmentationStep, type DrawnStep, isOn } from '../AugmentationStep.ts';
import type { SampleAddress } from '../SampleAddress.ts';
import { type Affine, compose } from './Affine.ts';
import type { ImageAugmentation, ImageSize } from './ImageAugmentation.ts';
import { createImageWork, type ImageWork } from './ImageWork.ts';

export type ImageStep = AugmentationStep<ImageAugmentation>;
export type DrawnImageStep = DrawnStep<ImageAugmentation>;

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
  const work = createImageWork(size);
  const random = new Xoshiro128([1, 0, 0, 0]);
  return {
    draw: (address) =>
      steps.map((step) => {
        seedAt(random, { ...address, stream: 'augment', part: step.part });
        const drawn = isOn(step, random) ? step.definition.draw(random, step.options, size) : null;
        return { step, drawn };
      }),
    apply(drawn, source, from, out, to) {
      work.load(source, from);
      applySteps(drawn, size, work);
      work.save(out, to);
    },
  };
}

/** Consecutive geometric steps are one map and one resampling, unless their fill values differ. */
function applySteps(steps: readonly DrawnImageStep[], size: ImageSize, work: ImageWork): void {
  let map: Affine | null = null;
  let fill: number | null = null;
  for (const { step, drawn } of steps) {
    if (drawn === null) continue;
    const { definition } = step;
    const nextFill = typeof drawn.fill === 'number' ? drawn.fill : null;
    const fits = fill === null || nextFill === null || fill === nextFill;
    if (map && (definition.kind === 'pixels' || !fits)) {
      work.resample(map, fill ?? 0);
      map = null;
      fill = null;
    }
    if (definition.kind === 'geometric') {
      const next = definition.map(drawn, size);
      map = map ? compose(map, next) : next;
      fill = nextFill ?? fill;
    } else {
      work.change((image, scratch) => definition.apply(image, drawn, scratch));
    }
  }
  // A flip alone has no fill value and needs none.
  if (map) work.resample(map, fill ?? 0);
}
