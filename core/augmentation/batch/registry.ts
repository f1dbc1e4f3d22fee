/** Every augmentation that mixes the samples of a minibatch. */
import type { BatchAugmentation } from './BatchAugmentation.ts';
import { CutMix } from './CutMix.ts';
import { MixUp } from './MixUp.ts';

export const batchAugmentations: readonly BatchAugmentation[] = [MixUp, CutMix];
