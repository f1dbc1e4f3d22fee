/** Which place of the list the pointer means, and where the line is drawn that shows it. */
import type { LayerPlace } from '../../../state/layers/LayerPlace.ts';
import { placeBefore, placeBehind } from '../../../state/layers/layerPlaces.ts';
import type { LayerRowData } from '../../../state/layers/layerRows.ts';

/** A row with its edges, in pixels from the top of the list. */
export interface PlacedRow {
  readonly row: LayerRowData;
  readonly top: number;
  readonly bottom: number;
}

export interface DropTarget {
  readonly place: LayerPlace;
  /** Pixels from the top of the list. */
  readonly line: number;
  readonly depth: number;
}

/** The upper half of a row means the place in front of it, the lower half the one behind. */
export function dropTarget(rows: readonly PlacedRow[], y: number): DropTarget {
  const found = rows[firstBelow(rows, y)];
  if (!found) return { place: endOf(rows), line: rows.at(-1)?.bottom ?? 0, depth: 0 };
  const { row, top, bottom } = found;
  if (y < (top + bottom) / 2) return { place: placeBefore(row), line: top, depth: row.depth };
  const opens = row.kind === 'group' ? !row.isFolded : row.kind === 'layer' && opensBlock(row);
  const depth = row.depth + (opens ? 1 : row.kind === 'end' ? -1 : 0);
  return { place: placeBehind(row), line: bottom, depth };
}

const opensBlock = (row: { isBlock: boolean; isFolded: boolean }) => row.isBlock && !row.isFolded;

/** The first whose bottom is below y; rows stand in order. */
function firstBelow(rows: readonly PlacedRow[], y: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

function endOf(rows: readonly PlacedRow[]): LayerPlace {
  const index = rows.reduce((count, { row }) => {
    const behind = row.kind === 'group' ? row.members.length : row.kind === 'layer' ? 1 : 0;
    return row.path.length === 1 ? Math.max(count, (row.path[0] ?? 0) + behind) : count;
  }, 0);
  return { parent: [], index };
}
