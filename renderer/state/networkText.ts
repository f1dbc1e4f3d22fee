/** Text that is to become layers: open while a person writes it, or while it holds an error. */
import { create } from 'zustand';
import type { LayerSpec } from '../../core/contract/ModelSpec.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

interface NetworkTextState {
  /** Null while nothing is open. */
  readonly text: string | null;
  readonly error: StudioError | null;
  /** What was being written when it was closed; nothing of it is lost. */
  readonly kept: string;
  open(text: string): void;
  close(): void;
  /** Null where it is none; the text is then open, with the error. */
  read(text: string): Promise<LayerSpec[] | null>;
}

export const useNetworkText = create<NetworkTextState>((set) => ({
  text: null,
  error: null,
  kept: '',
  open: (text) => set({ text, error: null }),
  close: () => set(({ text }) => ({ text: null, error: null, kept: text ?? '' })),
  read: async (text) => {
    try {
      const { layers } = await request('models.fromText', { text });
      set({ text: null, error: null, kept: '' });
      return layers;
    } catch (error) {
      set({ text, error: toStudioError(error) });
      return null;
    }
  },
}));
