/** Saves the open experiment a moment after its last change, however unfinished it is. */
import { create } from 'zustand';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { type ExperimentState, useExperiment } from './experiment.ts';
import { useExperimentLibrary } from './experimentLibrary.ts';
import { storedHistory } from './storedHistory.ts';
import { toStudioError } from './toStudioError.ts';

const PAUSE_MILLISECONDS = 400;

interface AutosaveState {
  readonly status: 'saved' | 'pending' | 'failed';
  readonly error: StudioError | null;
}

export const useAutosave = create<AutosaveState>(() => ({ status: 'saved', error: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Returns the function that ends it. */
export function startAutosave(): () => void {
  return useExperiment.subscribe((state, before) => {
    if (state.id !== before.id) {
      useAutosave.setState({ status: 'saved', error: null });
      // The last change of the document before may still wait.
      if (timer !== undefined) void save(before);
    }
    const opened = state.id !== before.id || state.log === before.log;
    if (!state.draft || opened || state.draft.spec === before.draft?.spec) return;
    useAutosave.setState({ status: 'pending' });
    clearTimeout(timer);
    timer = setTimeout(saveNow, PAUSE_MILLISECONDS);
  });
}

export function saveNow(): Promise<void> {
  return save(useExperiment.getState());
}

async function save({
  id,
  draft,
  log,
}: Pick<ExperimentState, 'id' | 'draft' | 'log'>): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (id === null || !draft) return;
  try {
    useExperimentLibrary
      .getState()
      .put(
        await request('experiments.save', { id, spec: draft.spec, history: storedHistory(log) }),
      );
    const current = useExperiment.getState().draft?.spec === draft.spec;
    if (current) useAutosave.setState({ status: 'saved', error: null });
  } catch (error) {
    useAutosave.setState({ status: 'failed', error: toStudioError(error) });
  }
}
