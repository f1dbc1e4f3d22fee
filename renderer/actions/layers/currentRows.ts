import { useCatalog } from '../../state/catalog.ts';
import { useExperiment } from '../../state/experiment.ts';
import { type LayerRowData, layerRows } from '../../state/layers/layerRows.ts';
import { useFolding } from '../../state/useFolding.ts';

/** The rows as the list shows them now, for whoever acts on them. */
export function currentRows(): readonly LayerRowData[] {
  const { draft } = useExperiment.getState();
  if (!draft) return [];
  const { folded } = useFolding.getState();
  return layerRows(draft.spec.model.layers, draft, { folded, isBlock });
}

export function isBlock(type: string): boolean {
  const { layers } = useCatalog.getState().catalog;
  return layers.find((one) => one.type === type)?.holdsLayers ?? false;
}
