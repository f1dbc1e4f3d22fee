/** The dataset that the data screen shows; null follows the open experiment. */
import { create } from 'zustand';

interface ViewedDatasetState {
  readonly viewed: string | null;
  view(id: string | null): void;
}

export const useViewedDataset = create<ViewedDatasetState>((set) => ({
  viewed: null,
  view: (viewed) => set({ viewed }),
}));
