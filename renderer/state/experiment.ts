/**
 * The one open experiment: its document, its undo log, and where it stands with the store.
 *
 * Nothing in a spec tells two layers apart for sure, so each has a key beside it: focus, selection
 * and folding follow the layer, not its position. Keys follow every change of the document, whoever
 * makes it (layers/followKeys.ts), and never leave the page.
 */
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { EditName } from '../../core/contract/EditName.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { UndoHistory } from '../../core/contract/UndoHistory.ts';
import { followKeys, freshKeys } from './layers/followKeys.ts';
import type { LayerKeys } from './layers/LayerKeys.ts';
import { nameOfEdit } from './nameOfEdit.ts';
import { restoreSteps } from './storedHistory.ts';
import {
  closeGroup,
  type Edited,
  edit,
  emptyLog,
  redo,
  type UndoLog,
  undo,
  withdraw,
} from './undoLog.ts';

/** What a change works on. */
export interface DraftExperiment {
  spec: ExperimentSpec;
}

export interface OpenExperiment extends LayerKeys {
  readonly spec: ExperimentSpec;
}

export interface ExperimentState {
  /** The document's id in the store; null while nothing is open. */
  readonly id: string | null;
  readonly draft: OpenExperiment | null;
  readonly log: UndoLog;
  /** A document that could not be read in full is shown, and not changed. */
  readonly isReadOnly: boolean;
  /** How many changes were refused for that; another number asks to be told why. */
  readonly refusals: number;
  /** Another number for each document that was opened, and each time. */
  readonly opening: number;
  open(id: string, spec: ExperimentSpec, isReadOnly?: boolean): void;
  /** Puts the steps that were stored with the document behind those made since that opening. */
  restore(opening: number, history: UndoHistory): void;
  close(): void;
  /**
   * `group`: edits with the same one in a row are undone together. `name`: what undoing is said to
   * take back; without one it follows from what differs.
   */
  change(recipe: (draft: DraftExperiment) => void, group?: string, name?: EditName): void;
  /** Takes back what was done in the group in work, and leaves no step of it. */
  withdraw(group: string): void;
  /** Ends the group in work, when a field is left. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** A change that was not even tried, because the document is read-only. */
  refuse(): void;
}

const NO_AUGMENTATION: ExperimentSpec['augmentation'] = [];

export const useExperiment = create<ExperimentState>((set) => ({
  id: null,
  draft: null,
  log: emptyLog,
  isReadOnly: false,
  refusals: 0,
  opening: 0,
  open: (id, spec, isReadOnly = false) =>
    set(({ opening }) => ({
      id,
      draft: { spec, ...freshKeys(spec.model.layers) },
      log: emptyLog,
      isReadOnly,
      opening: opening + 1,
    })),
  restore: (opening, history) =>
    set((state) => (state.opening === opening ? { log: restoreSteps(state.log, history) } : {})),
  close: () => set({ id: null, draft: null, log: emptyLog, isReadOnly: false }),
  change: (recipe, group, name) =>
    set((state) => {
      const nameOf = (before: DraftExperiment, after: DraftExperiment) =>
        name ?? nameOfEdit(before.spec, after.spec);
      return travel(state, (now) => edit(now, recipe, { group, nameOf }));
    }),
  withdraw: (group) => set((state) => travel(state, (now) => withdraw(now, group))),
  settle: () => set(({ log }) => ({ log: closeGroup(log) })),
  undo: () => set((state) => travel(state, undo)),
  redo: () => set((state) => travel(state, redo)),
  refuse: () => set(({ refusals }) => ({ refusals: refusals + 1 })),
}));

function travel(
  { draft, log, isReadOnly, refusals }: ExperimentState,
  work: (now: Edited<DraftExperiment>) => Edited<DraftExperiment>,
): Partial<ExperimentState> {
  if (!draft) return {};
  if (isReadOnly) return { refusals: refusals + 1 };
  const { spec } = draft;
  const next = work({ value: { spec }, log });
  if (next.value.spec === spec) return { log: next.log };
  const keys = followKeys(spec.model.layers, draft, next.value.spec.model.layers);
  return { draft: { spec: next.value.spec, ...keys }, log: next.log };
}

export const useSpec = () => useExperiment(({ draft }) => draft?.spec ?? null);

/**
 * The spec with an empty augmentation: one object for as long as nothing else changes, so that what
 * does not look at the augmentation is not drawn, nor asked for, while a slider of it is dragged.
 */
export const useUnaugmentedSpec = () =>
  useExperiment(
    useShallow(({ draft }) => draft && { ...draft.spec, augmentation: NO_AUGMENTATION }),
  );

// For those who need a word of it: the spec is another with every step of a slider.
export const useExperimentName = () => useExperiment(({ draft }) => draft?.spec.name);
export const useUsedDataset = () => useExperiment(({ draft }) => draft?.spec.dataset);
