/**
 * The one open experiment: its document, its undo log, and where it stands with the store.
 *
 * Layers of a spec have no names of their own, so each carries a key beside it: drag and drop,
 * focus and animation follow the layer, not its position. Keys are part of what is undone, and
 * never leave the page.
 */
import { create } from 'zustand';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { closeGroup, edit, emptyLog, redo, type UndoLog, undo } from './undoLog.ts';

export interface DraftExperiment {
  spec: ExperimentSpec;
  /** One for each layer, in the same order. */
  layerKeys: string[];
}

export interface ExperimentState {
  /** The document's id in the store; null while nothing is open. */
  readonly id: string | null;
  readonly draft: DraftExperiment | null;
  readonly log: UndoLog;
  /** A document that could not be read in full is shown, and not changed. */
  readonly isReadOnly: boolean;
  open(id: string, spec: ExperimentSpec, isReadOnly?: boolean): void;
  close(): void;
  /** `group`: edits with the same one in a row are undone together. */
  change(recipe: (draft: DraftExperiment) => void, group?: string): void;
  /** Ends the group in work, when a field is left. */
  settle(): void;
  undo(): void;
  redo(): void;
}

let nextKey = 0;

export function newLayerKey(): string {
  nextKey += 1;
  return `layer-${nextKey}`;
}

export const useExperiment = create<ExperimentState>((set) => ({
  id: null,
  draft: null,
  log: emptyLog,
  isReadOnly: false,
  open: (id, spec, isReadOnly = false) =>
    set({
      id,
      draft: { spec, layerKeys: spec.model.layers.map(newLayerKey) },
      log: emptyLog,
      isReadOnly,
    }),
  close: () => set({ id: null, draft: null, log: emptyLog, isReadOnly: false }),
  change: (recipe, group) =>
    set(({ draft, log, isReadOnly }) => {
      if (!draft || isReadOnly) return {};
      const next = edit({ value: draft, log }, recipe, group);
      return { draft: next.value, log: next.log };
    }),
  settle: () => set(({ log }) => ({ log: closeGroup(log) })),
  undo: () =>
    set(({ draft, log }) => {
      if (!draft) return {};
      const next = undo({ value: draft, log });
      return { draft: next.value, log: next.log };
    }),
  redo: () =>
    set(({ draft, log }) => {
      if (!draft) return {};
      const next = redo({ value: draft, log });
      return { draft: next.value, log: next.log };
    }),
}));

export const useSpec = () => useExperiment(({ draft }) => draft?.spec ?? null);

// For those who need a word of it: the spec is another with every step of a slider.
export const useExperimentName = () => useExperiment(({ draft }) => draft?.spec.name);
export const useUsedDataset = () => useExperiment(({ draft }) => draft?.spec.dataset);
