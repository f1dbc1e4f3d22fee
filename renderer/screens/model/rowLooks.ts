/** How a row is drawn at each zoom. Pixels include what stands between two rows. */
import type { LayerZoom } from '../../state/useLayerZoom.ts';

interface RowLook {
  readonly pixels: number;
  readonly head: string;
  readonly gap: string;
  readonly hasText: boolean;
}

export const rowLooks: Readonly<Record<LayerZoom, RowLook>> = {
  full: { pixels: 58, head: 'h-10 rounded-lg', gap: 'h-4.5', hasText: true },
  compact: { pixels: 30, head: 'h-7 rounded-md text-xs', gap: 'h-0.5', hasText: true },
  dense: { pixels: 17, head: 'h-4 rounded-sm text-xs', gap: 'h-px', hasText: true },
  overview: { pixels: 6, head: 'h-1.25 rounded-xs', gap: 'h-px', hasText: false },
};

/** The largest rows of which so many fit. */
export function zoomThatFits(rows: number, pixels: number): LayerZoom {
  const zooms = Object.keys(rowLooks) as LayerZoom[];
  return zooms.find((zoom) => rows * rowLooks[zoom].pixels <= pixels) ?? 'overview';
}
