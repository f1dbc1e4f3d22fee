/** Every image augmentation, in the order of the palette. A new one is a file and a line here. */
import { Brightness } from './Brightness.ts';
import { Contrast } from './Contrast.ts';
import { ElasticTransform } from './ElasticTransform.ts';
import { GaussianBlur } from './GaussianBlur.ts';
import { GaussianNoise } from './GaussianNoise.ts';
import type { ImageAugmentation } from './ImageAugmentation.ts';
import { RandomCrop } from './RandomCrop.ts';
import { RandomErasing } from './RandomErasing.ts';
import { RandomHorizontalFlip } from './RandomHorizontalFlip.ts';
import { RandomRotation } from './RandomRotation.ts';
import { RandomScale } from './RandomScale.ts';
import { RandomShear } from './RandomShear.ts';
import { RandomShift } from './RandomShift.ts';
import { RandomVerticalFlip } from './RandomVerticalFlip.ts';
import { Saturation } from './Saturation.ts';

export const imageAugmentations: readonly ImageAugmentation[] = [
  RandomRotation,
  RandomShift,
  RandomHorizontalFlip,
  RandomVerticalFlip,
  RandomScale,
  RandomShear,
  RandomCrop,
  ElasticTransform,
  Brightness,
  Contrast,
  Saturation,
  GaussianNoise,
  GaussianBlur,
  RandomErasing,
];
