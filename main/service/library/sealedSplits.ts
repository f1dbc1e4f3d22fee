import type { SealedSplit } from '../../../core/data/edits/brokenSeals.ts';
import type { RunStore } from '../store/RunStore.ts';

/** The test splits by which runs are judged, one for each run, of the import with that hash. */
export function sealedSplits(runs: Pick<RunStore, 'list'>, importedHash: string): SealedSplit[] {
  return runs.list().flatMap(({ sealHash: seal, spec, dataset }) => {
    if (seal === null || (dataset.importedHash ?? dataset.hash) !== importedHash) return [];
    const { split, seed, preprocessing } = spec;
    return [{ seal, wish: { split, seed, preprocessing } }];
  });
}
