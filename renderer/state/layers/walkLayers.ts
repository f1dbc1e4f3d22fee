import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import type { LayerPath } from './LayerPath.ts';

export interface PlacedLayer {
  readonly layer: LayerSpec;
  readonly path: LayerPath;
}

/** Every layer with its path, each before those that it holds. */
export function walkLayers(layers: readonly LayerSpec[], outer: LayerPath = []): PlacedLayer[] {
  return layers.flatMap((layer, index) => {
    const path = [...outer, index];
    return [{ layer, path }, ...walkLayers(layer.layers ?? [], path)];
  });
}
