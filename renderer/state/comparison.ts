import { create } from 'zustand';

interface ComparisonState {
  readonly isOpen: boolean;
  /** The document beside the open one; null while none is chosen. */
  readonly other: string | null;
  open(other: string | null): void;
  close(): void;
}

/** Which experiment stands beside the open one on the model screen. */
export const useComparison = create<ComparisonState>((set) => ({
  isOpen: false,
  other: null,
  open: (other) => set({ isOpen: true, other }),
  close: () => set({ isOpen: false, other: null }),
}));
