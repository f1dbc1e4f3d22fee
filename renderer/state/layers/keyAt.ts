import type { LayerPath } from '../../../core/contract/layerPath.ts';
import type { LayerKeys } from './LayerKeys.ts';

/** The key of the layer there; undefined where there is none. */
export function keyAt(keys: LayerKeys, path: LayerPath): string | undefined {
  let list: readonly string[] | undefined = keys.layerKeys;
  let key: string | undefined;
  for (const index of path) {
    key = list?.[index];
    list = key === undefined ? undefined : keys.innerKeys[key];
  }
  return key;
}
