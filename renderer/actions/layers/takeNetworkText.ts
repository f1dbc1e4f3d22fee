import { toast } from 'sonner';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { i18n } from '../../i18n/i18n.ts';
import { useExperiment } from '../../state/experiment.ts';
import type { LayerPlace } from '../../state/layers/LayerPlace.ts';
import { replaceNetwork } from '../../state/layers/layerEdits.ts';
import { useNetworkText } from '../../state/networkText.ts';
import { describeLayers } from './describeLayers.ts';
import { addLayers, namedEdit } from './editLayers.ts';
import { placeOfSelection } from './placeOfSelection.ts';

export type TakeHow = 'replace' | 'insert';

/**
 * Layers written as text, in place of the model's or behind the selected one; one step, to be
 * undone. The text stays open where they cannot be taken.
 */
export async function takeNetworkText(text: string, how: TakeHow): Promise<void> {
  const { isReadOnly, opening, refuse } = useExperiment.getState();
  if (isReadOnly) {
    refuse();
    return;
  }
  const layers = await useNetworkText.getState().read(text);
  if (!layers) return;
  // Another document may have been opened meanwhile.
  const isSame = useExperiment.getState().opening === opening;
  if (!isSame || !take(layers, how)) useNetworkText.getState().open(text);
}

/** Returns whether the network is another one now. */
function take(layers: readonly LayerSpec[], how: TakeHow): boolean {
  const before = useExperiment.getState().draft?.spec;
  const place = placeOfSelection();
  useExperiment.getState().settle();
  if (how === 'insert') addLayers(place, layers);
  else {
    const { change } = useExperiment.getState();
    change(replaceNetwork(layers), undefined, namedEdit('replace', layers));
  }
  const after = useExperiment.getState().draft?.spec;
  if (after === before) return false;
  const isInside = how === 'insert' && (before?.model.layers.length ?? 0) > 0;
  if (isInside) tellInserted(layers, place);
  else tellTaken(layers.length, before?.initialModel);
  return true;
}

/** A whole network may have been meant to take the other's place. */
function tellInserted(layers: readonly LayerSpec[], { parent, index }: LayerPlace): void {
  const { undo } = useExperiment.getState();
  const count = layers.length;
  const said =
    index === 0
      ? i18n.t('networkText.insertedFirst', { count })
      : i18n.t('networkText.insertedBehind', {
          count,
          what: describeLayers([[...parent, index - 1]]),
          position: [...parent, index - 1].join('.'),
        });
  tell(said, {
    cancel: {
      label: i18n.t('networkText.replaceInstead'),
      onClick: () => {
        undo();
        take(layers, 'replace');
      },
    },
  });
}

function tellTaken(count: number, model: string | undefined): void {
  const description = model && { description: i18n.t('importedModel.dropped', { model }) };
  tell(i18n.t('networkText.taken', { count }), description || {});
}

/** With the way back, until something else is edited: it would be that which is undone. */
function tell(said: string, more: Parameters<typeof toast.success>[1]): void {
  const { undo, draft } = useExperiment.getState();
  const action = { label: i18n.t('edit.undo'), onClick: undo };
  const id = toast.success(said, { ...more, action });
  const stop = useExperiment.subscribe((state) => {
    if (state.draft?.spec === draft?.spec) return;
    stop();
    toast.dismiss(id);
  });
}
