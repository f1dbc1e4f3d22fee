import type { LayerPath } from '../../../core/contract/layerPath.ts';

/** Of `model.layers[3].layers[0].options.p` 3 and 0; null for a place in no layer. */
export function pathOfPlace(where: string): LayerPath | null {
  const path = [...where.matchAll(/\.layers\[(\d+)\]/g)].map(([, index]) => Number(index));
  return where.startsWith('model.') && path.length > 0 ? path : null;
}
