/**
 * Which of two kinds of changes was made last in this window: sample edits, which the service keeps,
 * or changes of the experiment, which the undo log keeps. Ctrl+Z on the data screen takes back the
 * newest of both.
 */
import { create } from 'zustand';

export interface EditMark {
  readonly dataset: string;
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
  made(mark: EditMark): void;
  undone(): void;
  redone(): void;
}

export const useEditOrder = create<EditOrderState>((set) => ({
  past: [],
  future: [],
  made: (mark) => set(({ past }) => ({ past: [...past, mark], future: [] })),
  undone: () =>
    set(({ past, future }) => ({
      past: past.slice(0, -1),
      future: [...past.slice(-1), ...future],
    })),
  redone: () =>
    set(({ past, future }) => ({
      past: [...past, ...future.slice(0, 1)],
      future: future.slice(1),
    })),
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
