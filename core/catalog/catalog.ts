import type { Catalog } from '../contract/Catalog.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { lossDefinitions } from '../losses/registry.ts';
import { optimizerDefinitions } from '../optimizers/registry.ts';

/** Everything that the palettes and forms are drawn from. */
export const catalog: Catalog = {
  layers: layerDefinitions.map(({ descriptor }) => descriptor),
  losses: lossDefinitions.map(({ descriptor }) => descriptor),
  optimizers: optimizerDefinitions.map(({ descriptor }) => descriptor),
};
