/** Where something can be put beside a row of the list. */
import type { LayerPlace } from './LayerPlace.ts';
import type { LayerRowData } from './layerRows.ts';
import { indexOf, parentOf } from './paths.ts';

/** In front of the row. In front of a block's end is the last place inside. */
export function placeBefore(row: LayerRowData): LayerPlace {
  if (row.kind === 'end') return { parent: row.path, index: row.count };
  const place = { parent: parentOf(row.path), index: indexOf(row.path) };
  return row.kind === 'layer' ? { ...place, group: row.layer.group } : place;
}

/** Behind the row: inside what it opens, else beside it. */
export function placeBehind(row: LayerRowData): LayerPlace {
  const parent = parentOf(row.path);
  const index = indexOf(row.path);
  if (row.kind === 'end') return { parent, index: index + 1 };
  if (row.kind === 'group') {
    if (row.isFolded) return { parent, index: index + row.members.length };
    return { parent, index, group: row.name };
  }
  if (row.isBlock && !row.isFolded) return { parent: row.path, index: 0 };
  return { parent, index: index + 1, group: row.layer.group };
}

/**
 * Where a new layer goes while the row is chosen: behind it, and behind all that it holds; inside a
 * block that holds nothing yet.
 */
export function placeOfNew(row: LayerRowData): LayerPlace {
  const parent = parentOf(row.path);
  const index = indexOf(row.path);
  if (row.kind === 'end') return placeBefore(row);
  if (row.kind === 'group') return { parent, index: index + row.members.length };
  if (row.isBlock && !row.layer.layers) return { parent: row.path, index: 0 };
  return { parent, index: index + 1, group: row.layer.group };
}
