import type { LayerPath } from '../../state/layers/LayerPath.ts';

/** As problems name a layer's place: `model.layers[3].layers[0]`. */
export const layerPlaceName = (path: LayerPath): string =>
  `model${path.map((index) => `.layers[${index}]`).join('')}`;
