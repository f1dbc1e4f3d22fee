import { useCheck } from '../../state/check.ts';
import type { LayerPath } from '../../state/layers/LayerPath.ts';

/** Of a sample behind the layer; null while it is unknown, and inside blocks, which keep it. */
export function useOutputShape(path: LayerPath): readonly number[] | null {
  const [index = 0, ...inner] = path;
  return useCheck(({ report }) =>
    inner.length > 0 ? null : (report?.layers[index]?.outputShape ?? null),
  );
}
