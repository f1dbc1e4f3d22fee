import type { LayerRowData } from '../../../state/layers/layerRows.ts';
import type { QuickAddPlace } from '../../../state/quickAdd.ts';

/** Behind which row the field stands: -1 in front of all, null while it is closed. */
export function quickAddIndex(
  rows: readonly LayerRowData[],
  place: QuickAddPlace | null,
): number | null {
  if (!place) return null;
  const at = rows.findIndex(({ key }) => key === place.row);
  const row = rows[at];
  if (!row || place.isInside) return at;
  const isBeside = ({ depth, kind }: LayerRowData) => depth <= row.depth && kind !== 'end';
  const next = rows.findIndex((one, index) => index > at && isBeside(one));
  const inner = rows.slice(at + 1, next < 0 ? undefined : next);
  // The end of a block around the row stands among them, and no longer belongs to it.
  const own = inner.findIndex(({ depth, kind }) => kind === 'end' && depth <= row.depth);
  return at + (own < 0 ? inner.length : own);
}
