/** How large the rows of the layer list are drawn: from 0, in full, to a bar each. */
import { create } from 'zustand';

export const layerZooms = ['full', 'compact', 'dense', 'small', 'overview'] as const;
export type LayerZoom = (typeof layerZooms)[number];

interface LayerZoomState {
  readonly zoom: LayerZoom;
  set(zoom: LayerZoom): void;
  /** 1 for smaller rows, -1 for larger ones. */
  step(by: 1 | -1): void;
}

export const useLayerZoom = create<LayerZoomState>((set) => ({
  zoom: 'full',
  set: (zoom) => set({ zoom }),
  step: (by) => set(({ zoom }) => ({ zoom: layerZooms[layerZooms.indexOf(zoom) + by] ?? zoom })),
}));
