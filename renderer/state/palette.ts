import { create } from 'zustand';

interface PaletteState {
  readonly open: boolean;
  toggle(open?: boolean): void;
}

/** Whether the command palette is open. */
export const usePalette = create<PaletteState>((set) => ({
  open: false,
  toggle: (open) => set((state) => ({ open: open ?? !state.open })),
}));
