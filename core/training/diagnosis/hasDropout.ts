import type { LayerSpec } from '../../contract/ModelSpec.ts';

/** Whether units are left out in training, in one of these layers or inside one. */
export function hasDropout(layers: readonly LayerSpec[]): boolean {
  return layers.some(
    ({ type, options, layers: inner }) =>
      (type === 'Dropout' && options.p !== 0) || hasDropout(inner ?? []),
  );
}
