/** Whether the model screen looks through the network, at which sample, and what was seen last. */
import { create } from 'zustand';
import type {
  ForwardPass,
  ForwardPassMode,
  ForwardPassSplit,
} from '../../core/contract/ForwardPass.ts';

interface SeeThroughState {
  readonly isOpen: boolean;
  readonly split: ForwardPassSplit;
  /** In the split, from 0. */
  readonly place: number;
  readonly mode: ForwardPassMode;
  /** Whose weights; null for those that training would start from. */
  readonly run: string | null;
  readonly pass: ForwardPass | null;
  toggle(): void;
  choose(wish: Partial<Pick<SeeThroughState, 'split' | 'place' | 'mode' | 'run'>>): void;
  saw(pass: ForwardPass | null): void;
}

export const useSeeThrough = create<SeeThroughState>((set) => ({
  isOpen: false,
  split: 'validation',
  place: 0,
  mode: 'inference',
  run: null,
  pass: null,
  toggle: () => set(({ isOpen }) => ({ isOpen: !isOpen, pass: null })),
  choose: (wish) => set(wish),
  saw: (pass) => set({ pass }),
}));
