import type { LayerPath } from '../../../core/contract/layerPath.ts';

/**
 * Of a row that is scrolled into sight: clear of the bar above and of that of the chosen layers below.
 * Above the first row the input is seen, too.
 */
export function scrollMargins(path: LayerPath): string {
  const isFirst = path.length === 1 && path[0] === 0;
  return isFirst ? 'scroll-mt-48 scroll-mb-18' : 'scroll-mt-24 scroll-mb-18';
}
