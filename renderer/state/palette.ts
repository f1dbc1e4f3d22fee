import { create } from 'zustand';

interface PaletteState {
  readonly open: boolean;
  /** Whether it lists the experiments, all of them, and nothing else. */
  readonly isOfExperiments: boolean;
  toggle(open?: boolean): void;
  showExperiments(): void;
}

/** Whether the command palette is open, and on what. */
export const usePalette = create<PaletteState>((set) => ({
  open: false,
  isOfExperiments: false,
  toggle: (open) => set((state) => ({ open: open ?? !state.open, isOfExperiments: false })),
  showExperiments: () => set({ open: true, isOfExperiments: true }),
}));
