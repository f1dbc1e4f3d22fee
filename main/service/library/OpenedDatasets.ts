/**
 * The dataset of the library that was read last, as it was imported and as it is now: a large one takes
 * a while to decode, its edits a moment to lay over it.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { applyEdits } from '../../../core/data/edits/applyEdits.ts';
import { createLatest } from '../createLatest.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { noSuchDataset } from './noSuchDataset.ts';

type EditedKey = Pick<DatasetInfo, 'id' | 'hash' | 'edits'>;

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
    const { id, ...state }: EditedKey = JSON.parse(key);
    // Now, not when the file has been read: an edit meanwhile drops the state that is asked for.
    const edits = store.edits.editsOf(state);
    return applyEdits(await imported.get(id), edits);
  });
  return {
    get: async (id) => {
      const info = library.find(id);
      if (!info) throw noSuchDataset({ library }, id);
      const key: EditedKey = { id, hash: info.hash, edits: info.edits };
      return edited.get(JSON.stringify(key));
    },
    imported: (id) => imported.get(id),
    clear() {
      imported.clear();
      edited.clear();
    },
  };
}
