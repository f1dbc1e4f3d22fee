/** How a row is drawn at each zoom. Pixels include what stands between two rows. */
import type { LayerZoom } from '../../state/useLayerZoom.ts';

interface RowLook {
  readonly pixels: number;
  /** Of the row itself. */
  readonly head: string;
  /** Of a group's head, which has no frame of its own. */
  readonly group: string;
  readonly gap: string;
  readonly hasText: boolean;
}

export const rowLooks: Readonly<Record<LayerZoom, RowLook>> = {
  full: { pixels: 58, head: 'h-10', group: 'h-8', gap: 'h-4.5', hasText: true },
  compact: { pixels: 32, head: 'h-7 text-xs', group: 'h-7', gap: 'h-0.5', hasText: true },
  dense: { pixels: 21, head: 'h-4.5 text-xs', group: 'h-4.5', gap: 'h-px', hasText: true },
  small: {
    pixels: 14,
    head: 'h-3 text-[0.625rem] leading-3 **:text-[0.625rem] **:leading-3 [&_svg]:size-2.5',
    group: 'h-3 text-[0.625rem] leading-3 **:text-[0.625rem] **:leading-3 [&_svg]:size-2.5',
    gap: 'h-0',
    hasText: true,
  },
  overview: { pixels: 5, head: 'h-1', group: 'h-1', gap: 'h-px', hasText: false },
};

/** The largest rows of which so many fit. */
export function zoomThatFits(rows: number, pixels: number): LayerZoom {
  const zooms = Object.keys(rowLooks) as LayerZoom[];
  return zooms.find((zoom) => rows * rowLooks[zoom].pixels <= pixels) ?? 'overview';
}
