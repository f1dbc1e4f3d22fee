/** Layers as text on the clipboard, and back: see core/contract/LayerClipboard.ts. */
import { LayerClipboard } from '../../../core/contract/LayerClipboard.ts';
import { layerAt } from '../../../core/contract/layerPath.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { useExperiment } from '../../state/experiment.ts';
import { chosenPaths } from './chosenPaths.ts';

/** Null where nothing is chosen. */
export function chosenAsText(): string | null {
  const model = useExperiment.getState().draft?.spec.model.layers ?? [];
  const layers = chosenPaths().flatMap((path) => layerAt(model, path) ?? []);
  if (layers.length === 0) return null;
  const clipboard: LayerClipboard = { format: 'descent-layers', version: 1, layers };
  return JSON.stringify(clipboard, null, 2);
}

/** Null for any other text. */
export function layersFromText(text: string): readonly LayerSpec[] | null {
  if (!text.includes('"descent-layers"')) return null;
  try {
    return LayerClipboard.parse(JSON.parse(text)).layers;
  } catch {
    return null;
  }
}
