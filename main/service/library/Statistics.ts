/**
 * The statistics of datasets: computed in a process of their own, so that no other request waits,
 * and remembered by the dataset's hash, which names its content.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { DatasetStatistics } from '../../../core/contract/DatasetStatistics.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { datasetFileOf } from './findDataset.ts';
import { runImporter } from './runImporter.ts';

export interface Statistics {
  /** Asked twice at once, they are computed once. */
  of(dataset: DatasetInfo): Promise<DatasetStatistics>;
}

const REMEMBERED = 16;
/** It says nothing while it computes. */
const PATIENCE_SECONDS = 1800;

export function createStatistics({
  library,
  store,
  importerEntry,
}: Pick<ServiceContext, 'library' | 'store' | 'importerEntry'>): Statistics {
  const known = new Map<string, Promise<DatasetStatistics>>();

  async function measure(dataset: DatasetInfo): Promise<DatasetStatistics> {
    const { path, edits } = datasetFileOf({ library, store }, dataset);
    const request = { kind: 'measure', path, edits } as const;
    const options = { entry: importerEntry, silentSeconds: PATIENCE_SECONDS };
    const done = await runImporter(request, options);
    if (done.kind === 'measured') return done.statistics;
    throw new StudioError('internal', 'The importer lost its way.');
  }

  return {
    of(dataset) {
      const { hash } = dataset;
      const found = known.get(hash);
      if (found) return found;
      const measured = measure(dataset);
      known.set(hash, measured);
      // A failure is not worth remembering.
      measured.catch(() => known.delete(hash));
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      return measured;
    },
  };
}
