import { currentRows } from '../../../actions/layers/currentRows.ts';
import type { LayerPlace } from '../../../state/layers/LayerPlace.ts';
import { placeOfNew } from '../../../state/layers/layerPlaces.ts';
import { indexOf, parentOf } from '../../../state/layers/paths.ts';
import type { QuickAddPlace } from '../../../state/quickAdd.ts';

/** Where what is typed goes, as the network stands now. */
export function placeOfQuickAdd({ row: key, isInside }: QuickAddPlace): LayerPlace {
  const row = currentRows().find((one) => one.key === key);
  if (!row) return { parent: [], index: 0 };
  if (row.kind !== 'layer') return placeOfNew(row);
  if (isInside) return { parent: row.path, index: 0 };
  return { parent: parentOf(row.path), index: indexOf(row.path) + 1, group: row.layer.group };
}
