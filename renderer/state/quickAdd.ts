/** The field in which a layer is typed, and where what is typed will stand. */
import { create } from 'zustand';

interface QuickAddState {
  /** Null while it is closed. */
  readonly at: QuickAddPlace | null;
  /** What it begins with. */
  readonly text: string;
  open(at: QuickAddPlace, text?: string): void;
  close(): void;
}

export interface QuickAddPlace {
  /** The row behind which it stands; null for the start of the model. */
  readonly row: string | null;
  /** At the start of what the row holds. */
  readonly isInside: boolean;
}

export const useQuickAdd = create<QuickAddState>((set) => ({
  at: null,
  text: '',
  open: (at, text = '') => set({ at, text }),
  close: () => set({ at: null, text: '' }),
}));
