import { useExperiment } from '../../state/experiment.ts';
import type { LayerPlace } from '../../state/layers/LayerPlace.ts';
import { placeOfNew } from '../../state/layers/layerPlaces.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { currentRows } from './currentRows.ts';

/** Where a new layer goes: behind the row that has the keyboard, else at the end. */
export function placeOfSelection(): LayerPlace {
  const { cursor, chosen } = useLayerSelection.getState();
  const last = chosen.at(-1);
  const rows = currentRows();
  const row = rows.find(({ key }) => key === cursor) ?? rows.find(({ key }) => key === last);
  if (row) return placeOfNew(row);
  return { parent: [], index: useExperiment.getState().draft?.spec.model.layers.length ?? 0 };
}
