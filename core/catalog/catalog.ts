import { batchAugmentations } from '../augmentation/batch/registry.ts';
import { imageAugmentations } from '../augmentation/image/registry.ts';
import { textAugmentations } from '../augmentation/text/registry.ts';
import { clippingDefinitions } from '../clippings/registry.ts';
import type { Catalog } from '../contract/Catalog.ts';
import { initializationDefinitions } from '../initializations/registry.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { lossDefinitions } from '../losses/registry.ts';
import { optimizerDefinitions } from '../optimizers/registry.ts';
import { scheduleDefinitions, warmupDefinitions } from '../schedules/registry.ts';
import { tokenizerDefinitions } from '../text/tokenizers/registry.ts';
import { vectorizerDefinitions } from '../text/vectorizers/registry.ts';

/** Everything that the palettes and forms are drawn from. */
export const catalog: Catalog = {
  layers: layerDefinitions.map(({ descriptor }) => descriptor),
  losses: lossDefinitions.map(({ descriptor }) => descriptor),
  optimizers: optimizerDefinitions.map(({ descriptor }) => descriptor),
  schedules: scheduleDefinitions.map(({ descriptor }) => descriptor),
  warmups: warmupDefinitions.map(({ descriptor }) => descriptor),
  gradientClippings: clippingDefinitions.map(({ descriptor }) => descriptor),
  initializations: initializationDefinitions.map(({ descriptor }) => descriptor),
  imageAugmentations: imageAugmentations.map(({ descriptor }) => descriptor),
  textAugmentations: textAugmentations.map(({ descriptor }) => descriptor),
  batchAugmentations: batchAugmentations.map(({ descriptor }) => descriptor),
  tokenizers: tokenizerDefinitions.map(({ descriptor }) => descriptor),
  vectorizers: vectorizerDefinitions.map(({ descriptor }) => descriptor),
};
