import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { layerAt } from '../../../core/contract/layerPath.ts';
import { i18n } from '../../i18n/i18n.ts';
import { useExperiment } from '../../state/experiment.ts';

/** `Conv2d`, or `3 layers`. */
export function describeLayers(paths: readonly LayerPath[]): string {
  const layers = useExperiment.getState().draft?.spec.model.layers ?? [];
  const [first] = paths;
  const type = first && layerAt(layers, first)?.type;
  return paths.length === 1 && type ? type : i18n.t('editor.layers', { count: paths.length });
}

/** As the list numbers it and PyTorch names it: `3`, `3.0`. */
export const positionName = (path: LayerPath): string => path.join('.');
