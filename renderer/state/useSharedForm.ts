import { create } from 'zustand';
import { useLayerSelection } from './useLayerSelection.ts';

interface SharedForm {
  /** The type of the chosen layers whose options are edited together; null while none are. */
  readonly type: string | null;
  open(type: string): void;
  close(): void;
}

export const useSharedForm = create<SharedForm>((set) => ({
  type: null,
  open: (type) => set({ type }),
  close: () => set({ type: null }),
}));

// Other layers are another question: a form that opened by itself would take the focus.
useLayerSelection.subscribe(({ chosen }, before) => {
  if (chosen !== before.chosen) useSharedForm.getState().close();
});
