/**
 * Whether the model screen looks through the network, at which sample, and what was seen last.
 *
 * A run and a place belong to the data of the open experiment: another experiment, or another
 * dataset in it, begins with the first sample and the weights before training.
 */
import { create } from 'zustand';
import type {
  ForwardPass,
  ForwardPassMode,
  ForwardPassSplit,
} from '../../core/contract/ForwardPass.ts';
import { useExperiment } from './experiment.ts';

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
  /** At this sample, whatever was looked at before. */
  lookAt(split: ForwardPassSplit, place: number): void;
  /** The answer says how many samples there are: a place behind them becomes the last. */
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
  lookAt: (split, place) => set({ isOpen: true, split, place }),
  saw: (pass) =>
    set(({ place }) => ({ pass, place: pass ? Math.min(place, pass.samples - 1) : place })),
}));

useExperiment.subscribe(({ id, draft }, before) => {
  if (id === before.id && draft?.spec.dataset === before.draft?.spec.dataset) return;
  useSeeThrough.setState({ place: 0, run: null, pass: null });
});
