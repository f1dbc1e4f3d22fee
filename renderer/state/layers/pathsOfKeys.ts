import type { LayerPath } from '../../../core/contract/layerPath.ts';
import type { LayerKeys } from './LayerKeys.ts';

/** Every key with the place of its layer, in the order of the document. */
export function pathsOfKeys({ layerKeys, innerKeys }: LayerKeys): ReadonlyMap<string, LayerPath> {
  const paths = new Map<string, LayerPath>();
  const visit = (list: readonly string[], outer: LayerPath) => {
    for (const [index, key] of list.entries()) {
      const path = [...outer, index];
      paths.set(key, path);
      visit(innerKeys[key] ?? [], path);
    }
  };
  visit(layerKeys, []);
  return paths;
}
