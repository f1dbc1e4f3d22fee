import { toast } from 'sonner';
import type { LayerSpec } from '../../core/contract/ModelSpec.ts';
import { i18n } from '../i18n/i18n.ts';
import { newLayerKey, useExperiment } from '../state/experiment.ts';
import { useNetworkText } from '../state/networkText.ts';
import { useLayerSelection } from '../state/useLayerSelection.ts';

export type TakeHow = 'replace' | 'insert';

/** Layers written as text, in place of the model's or behind the selected one; one step, to be undone. */
export async function takeNetworkText(text: string, how: TakeHow): Promise<void> {
  const layers = await useNetworkText.getState().read(text);
  if (layers) takeLayers(layers, how);
}

function takeLayers(layers: readonly LayerSpec[], how: TakeHow): void {
  const { change, settle, undo } = useExperiment.getState();
  const { selected } = useLayerSelection.getState();
  settle();
  change(({ spec, layerKeys }) => {
    const all = spec.model.layers.length;
    const behind = selected === null ? all : layerKeys.indexOf(selected) + 1 || all;
    const at = how === 'replace' ? 0 : behind;
    const removed = how === 'replace' ? all : 0;
    spec.model.layers.splice(at, removed, ...layers);
    layerKeys.splice(at, removed, ...layers.map(newLayerKey));
  });
  toast.success(i18n.t('networkText.taken', { count: layers.length }), {
    action: { label: i18n.t('edit.undo'), onClick: undo },
  });
}
