import { layerAt } from '../../../core/contract/layerPath.ts';
import { useExperiment } from '../../state/experiment.ts';
import { keyAt } from '../../state/layers/keyAt.ts';
import type { LayerPlace } from '../../state/layers/LayerPlace.ts';
import { listAt } from '../../state/layers/layerTree.ts';
import { indexOf, parentOf } from '../../state/layers/paths.ts';
import { useFolding } from '../../state/useFolding.ts';
import { chosenPaths } from './chosenPaths.ts';
import { isBlock } from './currentRows.ts';
import { moveTo } from './editLayers.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/**
 * One step: past a neighbour, at an end of a block out of it; `in` to the block in front, else the
 * one behind.
 */
export function moveChosen(direction: Direction): void {
  const place = placeTowards(direction);
  if (place) moveTo(chosenPaths(), place);
}

function placeTowards(direction: Direction): LayerPlace | null {
  const { draft } = useExperiment.getState();
  const paths = chosenPaths();
  const [first, last] = [paths.at(0), paths.at(-1)];
  if (!draft || !first || !last) return null;
  const { layers } = draft.spec.model;
  const parent = parentOf(first);
  const end = listAt(layers, parentOf(last))?.length ?? 0;
  const before = { parent: parentOf(parent), index: indexOf(parent) };
  const behind = { parent: parentOf(parentOf(last)), index: indexOf(parentOf(last)) + 1 };
  switch (direction) {
    case 'up':
      if (indexOf(first) > 0) return { parent, index: indexOf(first) - 1 };
      return parent.length > 0 ? before : null;
    case 'down':
      if (indexOf(last) < end - 1) return { parent: parentOf(last), index: indexOf(last) + 2 };
      return parentOf(last).length > 0 ? behind : null;
    case 'out':
      return parentOf(last).length > 0 ? behind : null;
    case 'in': {
      for (const index of [indexOf(first) - 1, indexOf(last) + 1]) {
        const path = [...parent, index];
        const layer = layerAt(layers, path);
        if (!layer || !isBlock(layer.type)) continue;
        useFolding.getState().fold(keyAt(draft, path) ?? '', false);
        return { parent: path, index: index < indexOf(first) ? (layer.layers?.length ?? 0) : 0 };
      }
      return null;
    }
    default:
      return direction satisfies never;
  }
}
