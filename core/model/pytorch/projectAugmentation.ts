/**
 * augment.py of a PyTorch project: the experiment's image augmentation as torchvision has it.
 *
 * Printed as a person would write it, since it is there to be changed. What torchvision's first
 * transforms lack is named in the README instead: mixing also changes the loss, and texts are words
 * no more by the time PyTorch sees them.
 */
import type { AugmentationStep } from '../../augmentation/AugmentationStep.ts';
import type { ImageAugmentation } from '../../augmentation/image/ImageAugmentation.ts';
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { Component, Options } from '../../contract/ModelSpec.ts';

type Shape = readonly number[];

/** Python code of a transform, from complete options without p; false where torchvision cannot. */
type Print = (options: Options, sampleShape: Shape) => string | false;

/** torchvision mirrors the image at its rim, once. */
const canMirror = (reach: number, [, height, width]: Shape) =>
  Math.ceil(reach) < Math.min(height, width);

const tuple = (values: Options[string]) => `(${(values as readonly number[]).join(', ')})`;
/** Where Python must not read an integer. */
const float = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
const affine = (argument: string, { fill }: Options) =>
  `T.RandomAffine(0, ${argument}, interpolation=BILINEAR, fill=${fill})`;

const printers: Readonly<Record<string, Print>> = {
  RandomRotation: ({ degrees, fill }) =>
    `T.RandomRotation(${degrees}, interpolation=BILINEAR, fill=${fill})`,
  RandomShift: (options) => affine(`translate=${tuple(options.translate)}`, options),
  RandomHorizontalFlip: () => 'T.RandomHorizontalFlip(1)',
  RandomVerticalFlip: () => 'T.RandomVerticalFlip(1)',
  RandomScale: (options) => affine(`scale=${tuple(options.scale)}`, options),
  RandomShear(options) {
    const [x, y] = options.shear as readonly number[];
    return affine(`shear=(${-x}, ${x}, ${-y}, ${y})`, options);
  },
  RandomCrop: ({ padding, fill }, [, height, width]) =>
    `T.RandomCrop((${height}, ${width}), padding=${padding}, fill=${fill})`,
  ElasticTransform: ({ alpha, sigma, fill }, shape) =>
    canMirror(4 * Number(sigma), shape) &&
    `T.ElasticTransform(${float(2 * Number(alpha))}, ${float(Number(sigma))}, ` +
      `interpolation=BILINEAR, fill=${fill})`,
  Brightness: ({ brightness }) => `T.ColorJitter(brightness=${brightness})`,
  Contrast: ({ contrast }) => `T.ColorJitter(contrast=${contrast})`,
  Saturation: ({ saturation }) => `T.ColorJitter(saturation=${saturation})`,
  GaussianNoise: ({ sigma }) => `T.Lambda(lambda x: add_noise(x, ${sigma}))`,
  GaussianBlur: ({ kernelSize, sigma }, shape) =>
    canMirror(Number(kernelSize) / 2, shape) && `T.GaussianBlur(${kernelSize}, ${tuple(sigma)})`,
  RandomErasing: ({ scale, ratio, value }) =>
    `T.RandomErasing(1, ${tuple(scale)}, ${tuple(ratio)}, value=${value})`,
};

export interface ProjectAugmentation {
  /** augment.py; `augment` is None where there is nothing to do. */
  readonly module: string;
  /** Types that it has and has not, in the order of the list. */
  readonly carried: readonly string[];
  readonly missing: readonly string[];
}

export function projectAugmentation(
  list: readonly Component[],
  sampleShape: Shape,
): ProjectAugmentation {
  const steps = prepareAugmentation(list).image.flatMap((step) => {
    const { type } = step.definition.descriptor;
    const printed = printers[type]?.(step.options, sampleShape) ?? false;
    return printed === false ? [] : [{ type, position: step.position, line: withP(step, printed) }];
  });
  const isCarried = new Set(steps.map(({ position }) => position));
  const missing = list.filter((_, position) => !isCarried.has(position)).map(({ type }) => type);
  const carried = steps.map(({ type }) => type);
  if (steps.length === 0) return { module: NOTHING, carried, missing };
  const lines = steps.map(({ line }) => `    ${line},\n`);
  return { module: `${HEAD}augment = T.Compose([\n${lines.join('')}])\n`, carried, missing };
}

function withP({ probability }: AugmentationStep<ImageAugmentation>, printed: string): string {
  return probability === 1 ? printed : `T.RandomApply([${printed}], p=${probability})`;
}

const NOTHING = `"""The experiment does not augment its samples."""

augment = None
`;

const HEAD = `"""What happens to a training image, uint8 [channels, height, width], each time it is used.

Descent draws from its own generator and resamples once for consecutive turns, shifts and flips: the
images are like its own, not the same.
"""
import torch
from torchvision import transforms as T
from torchvision.transforms import InterpolationMode

BILINEAR = InterpolationMode.BILINEAR


def add_noise(image, sigma):
    noisy = image + 255 * sigma * torch.randn(image.shape)
    return noisy.round().clamp(0, 255).to(image.dtype)


`;
