import { create } from 'zustand';

interface LayerSelection {
  /** The key of the layer whose options are open. */
  readonly selected: string | null;
  select(key: string | null): void;
}

export const useLayerSelection = create<LayerSelection>((set) => ({
  selected: null,
  select: (selected) => set({ selected }),
}));
