import { toast } from 'sonner';
import type { LayerSpec } from '../../../../core/contract/ModelSpec.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useNetworkText } from '../../../state/networkText.ts';
import { addLayers } from './editLayers.ts';
import { placeOfSelection } from './placeOfSelection.ts';

export type TakeHow = 'replace' | 'insert';

/**
 * Layers written as text, in place of the model's or behind the selected one; one step, to be undone.
 * The text stays open where they cannot be taken.
 */
export async function takeNetworkText(text: string, how: TakeHow): Promise<void> {
  const { isReadOnly, opening } = useExperiment.getState();
  if (isReadOnly) return;
  const layers = await useNetworkText.getState().read(text);
  if (!layers) return;
  // Another document may have been opened meanwhile.
  const isSame = useExperiment.getState().opening === opening;
  if (isSame && takeLayers(layers, how)) offerUndo(layers.length);
  else useNetworkText.getState().open(text);
}

/** Returns whether the network is another one now. */
function takeLayers(layers: readonly LayerSpec[], how: TakeHow): boolean {
  const { change, settle, draft } = useExperiment.getState();
  settle();
  if (how === 'insert') return addLayers(placeOfSelection(), layers).length > 0;
  change(({ spec }) => {
    spec.model.layers = [...layers];
  });
  return useExperiment.getState().draft?.spec !== draft?.spec;
}

/** Until something else is edited: it would be that which is undone. */
function offerUndo(count: number): void {
  const { undo, draft } = useExperiment.getState();
  const id = toast.success(i18n.t('networkText.taken', { count }), {
    action: { label: i18n.t('edit.undo'), onClick: undo },
  });
  const stop = useExperiment.subscribe((state) => {
    if (state.draft?.spec === draft?.spec) return;
    stop();
    toast.dismiss(id);
  });
}
