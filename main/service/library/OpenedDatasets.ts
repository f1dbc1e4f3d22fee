/**
 * The dataset of the library that was read last, as it was imported and as it is now: a large one takes
 * a while to decode, its edits a moment to lay over it.
 */
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { applyEdits } from '../../../core/data/edits/applyEdits.ts';
import { createLatest } from '../createLatest.ts';
import type { ServiceContext } from '../ServiceContext.ts';

export interface OpenedDatasets {
  /** With its edits; the same object until it is edited again. */
  get(id: string): Promise<Dataset>;
  imported(id: string): Promise<Dataset>;
  clear(): void;
}

export function createOpenedDatasets({
  library,
  store,
}: Pick<ServiceContext, 'library' | 'store'>): OpenedDatasets {
  const imported = createLatest((id: string) => library.read(id));
  const edited = createLatest(async (key: string) => {
    const [id, hash]: [string, string] = JSON.parse(key);
    return applyEdits(await imported.get(id), store.edits.editsOf(hash));
  });
  return {
    get: async (id) => {
      const info = library.find(id);
      if (!info) throw new StudioError('not-found', `There is no dataset "${id}" in the library.`);
      return edited.get(JSON.stringify([id, info.hash]));
    },
    imported: (id) => imported.get(id),
    clear() {
      imported.clear();
      edited.clear();
    },
  };
}
