/** What the data screen shows: a dataset, null to follow the open experiment, or the import. */
import { create } from 'zustand';

interface ViewedDatasetState {
  readonly viewed: string | null;
  /** The import in work, where there is one, stands in front of the dataset. */
  readonly isImportInFront: boolean;
  view(id: string | null): void;
  viewImport(): void;
}

export const useViewedDataset = create<ViewedDatasetState>((set) => ({
  viewed: null,
  isImportInFront: false,
  view: (viewed) => set({ viewed, isImportInFront: false }),
  viewImport: () => set({ isImportInFront: true }),
}));
