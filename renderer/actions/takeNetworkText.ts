import { toast } from 'sonner';
import type { LayerSpec } from '../../core/contract/ModelSpec.ts';
import { i18n } from '../i18n/i18n.ts';
import { addLayers } from '../screens/model/actions/editLayers.ts';
import { placeOfSelection } from '../screens/model/actions/placeOfSelection.ts';
import { useExperiment } from '../state/experiment.ts';
import { useNetworkText } from '../state/networkText.ts';

export type TakeHow = 'replace' | 'insert';

/** Layers written as text, in place of the model's or behind the selected one; one step, to be undone. */
export async function takeNetworkText(text: string, how: TakeHow): Promise<void> {
  if (useExperiment.getState().isReadOnly) return;
  const layers = await useNetworkText.getState().read(text);
  if (layers) takeLayers(layers, how);
}

function takeLayers(layers: readonly LayerSpec[], how: TakeHow): void {
  const { change, settle, undo } = useExperiment.getState();
  settle();
  if (how === 'insert') addLayers(placeOfSelection(), layers);
  else {
    change(({ spec }) => {
      spec.model.layers = [...layers];
    });
  }
  toast.success(i18n.t('networkText.taken', { count: layers.length }), {
    action: { label: i18n.t('edit.undo'), onClick: undo },
  });
}
