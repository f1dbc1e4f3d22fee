/**
 * The experiment documents in the store, the bundled templates, and how one becomes the open
 * experiment.
 */
import { create } from 'zustand';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { ExperimentDocument, ExperimentTemplate } from '../../core/contract/StudioApi.ts';
import { showError } from '../actions/showError.ts';
import { request } from '../studio.ts';
import { useComparison } from './comparison.ts';
import { useEditOrder } from './editOrder.ts';
import { useExperiment } from './experiment.ts';
import { leaveField } from './leaveField.ts';
import { usePreferences } from './preferences.ts';
import { useLayerSelection } from './useLayerSelection.ts';
import { useViewedDataset } from './viewedDataset.ts';

interface LibraryState {
  readonly documents: readonly ExperimentDocument[];
  readonly templates: readonly ExperimentTemplate[];
  load(): Promise<void>;
  put(document: ExperimentDocument): void;
  remove(id: string): Promise<void>;
}

export const useExperimentLibrary = create<LibraryState>((set) => ({
  documents: [],
  templates: [],
  load: async () => {
    const [documents, templates] = await Promise.all([
      request('experiments.list', {}),
      request('experiments.templates', {}),
    ]);
    set({ documents: newestFirst(documents), templates });
  },
  put: (document) =>
    set(({ documents }) => ({
      documents: newestFirst([document, ...documents.filter(({ id }) => id !== document.id)]),
    })),
  remove: async (id) => {
    await request('experiments.remove', { id });
    set(({ documents }) => ({ documents: documents.filter((one) => one.id !== id) }));
  },
}));

const newestFirst = (documents: readonly ExperimentDocument[]) =>
  [...documents].sort((a, b) => b.updatedAt - a.updatedAt);

/** Its undo log follows a moment later: what can be done to it meanwhile fits behind it. */
export function openDocument({ id, spec, updatedAt, losses }: ExperimentDocument): void {
  // What is being typed belongs to the document before.
  leaveField();
  // Its copy in the library may be older than what was changed a moment ago.
  if (useExperiment.getState().id === id) return;
  // What stood beside the document before was not asked for beside this one.
  useComparison.getState().close();
  useExperiment.getState().open(id, spec, losses !== undefined);
  useViewedDataset.getState().view(null);
  useLayerSelection.getState().select(null);
  usePreferences.getState().set({ openExperiment: id });
  void restorePast(id, updatedAt);
}

async function restorePast(id: string, updatedAt: number): Promise<void> {
  const { opening, restore } = useExperiment.getState();
  const { isRestored, restore: restoreOrder } = useEditOrder.getState();
  // Asked for beside each other, and neither is lost with the other.
  const history = request('experiments.history', { id, updatedAt })
    .then((stored) => {
      if (stored) restore(opening, stored);
      return stored?.past.length ?? 0;
    })
    // A document without its past is still the document.
    .catch(() => 0);
  if (isRestored) return;
  const edits = await request('datasets.madeEdits', {}).catch((error) => {
    showError(error);
    // Marks that came later would stand beside another document.
    return [];
  });
  restoreOrder(edits, { id, steps: await history, updatedAt });
}

/**
 * Opens a spec as a document of its own, its id made of the name; one that already holds the same
 * is opened instead of making a twin.
 */
export async function openSpec(name: string, spec: ExperimentSpec): Promise<void> {
  const { documents, put } = useExperimentLibrary.getState();
  const text = JSON.stringify(spec);
  const twin = documents.find(
    (document) => !document.losses && JSON.stringify(document.spec) === text,
  );
  if (twin) {
    openDocument(twin);
    return;
  }
  const document = await request('experiments.create', { name, spec });
  put(document);
  openDocument(document);
}
