/**
 * Which of two kinds of changes was made last: sample edits, which the service keeps,
 * or changes of the experiment, which the undo log keeps. Ctrl+Z on the data screen takes back the
 * newest of both.
 */
import { create } from 'zustand';
import type { MadeEdit } from '../../core/contract/SampleEdit.ts';

export interface EditMark {
  readonly dataset: string;
  /** By which the service knows the edit; a later one of the dataset has a greater one. */
  readonly step: number;
  /** The experiment that was open; null for none. */
  readonly experiment: string | null;
  /** Steps that could be undone in it at that moment. */
  readonly steps: number;
}

/** Where the experiment stands. */
export interface ExperimentPlace {
  readonly id: string | null;
  readonly past: number;
  readonly future: number;
}

interface EditOrderState {
  readonly past: readonly EditMark[];
  readonly future: readonly EditMark[];
  /** Once in a window: from then on it knows. */
  readonly isRestored: boolean;
  made(mark: EditMark): void;
  /**
   * What was made before this window was opened, `edits` oldest first, beside the experiment that it
   * opens. Its steps have no times of their own: edits since it was saved come behind all of them, others
   * before.
   */
  restore(
    edits: readonly MadeEdit[],
    experiment: { readonly id: string; readonly steps: number; readonly updatedAt: number },
  ): void;
  /** The service took this step back, and with it those behind it are no longer there to be undone. */
  undone(dataset: string, step: number): void;
  /** The service made this step again: the newest change, wherever its mark stood. */
  redone(mark: EditMark): void;
  /** The service knows no such dataset, or its steps went elsewhere: from the terminal. */
  forget(dataset: string): void;
  /** All others have left the library. */
  keepOnly(datasets: ReadonlySet<string>): void;
}

const filtered = (
  { past, future }: EditOrderState,
  isKept: (mark: EditMark) => boolean,
): Pick<EditOrderState, 'past' | 'future'> => ({
  past: past.filter(isKept),
  future: future.filter(isKept),
});

export const useEditOrder = create<EditOrderState>((set) => ({
  past: [],
  future: [],
  isRestored: false,
  made: (mark) => set(({ past }) => ({ past: [...past, mark], future: [] })),
  restore: (edits, { id, steps, updatedAt }) =>
    set(({ past, isRestored }) => {
      if (isRestored) return {};
      const known = new Set(past.map(({ step }) => step));
      const earlier = edits
        .filter(({ step }) => !known.has(step))
        .map(({ dataset, step, madeAt }) => ({
          ...{ dataset, step, experiment: id },
          steps: madeAt >= updatedAt ? steps : 0,
        }));
      return { past: [...earlier, ...past], isRestored: true };
    }),
  undone: (dataset, step) =>
    set(({ past, future }) => {
      const last = past.at(-1);
      const isLast = last?.dataset === dataset && last.step === step;
      return {
        past: past.filter((mark) => mark.dataset !== dataset || mark.step < step),
        // An edit that others came after has no place of its own in what is redone.
        future: isLast ? [last, ...future] : future,
      };
    }),
  redone: (made) =>
    set(({ past, future }) => ({
      past: [...past, made],
      future: future.filter(({ dataset, step }) => dataset !== made.dataset || step > made.step),
    })),
  forget: (dataset) => set((state) => filtered(state, (mark) => mark.dataset !== dataset)),
  keepOnly: (datasets) => set((state) => filtered(state, (mark) => datasets.has(mark.dataset))),
}));

export type NextChange = { readonly samplesOf: string } | 'experiment' | null;

/** What undoing takes back. */
export function nextUndo(marks: readonly EditMark[], { id, past }: ExperimentPlace): NextChange {
  const mark = marks.at(-1);
  if (mark && past <= stepsAt(mark, id)) return { samplesOf: mark.dataset };
  return past > 0 ? 'experiment' : null;
}

/** What redoing makes again: an edit of samples only where it was made, not over a newer change. */
export function nextRedo(
  marks: readonly EditMark[],
  { id, past, future }: ExperimentPlace,
): NextChange {
  const [mark] = marks;
  if (mark && past === stepsAt(mark, id)) return { samplesOf: mark.dataset };
  return future > 0 ? 'experiment' : null;
}

/** What was edited beside another experiment came before all changes of this one. */
function stepsAt({ experiment, steps }: EditMark, id: string | null): number {
  return experiment === id ? steps : 0;
}
