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

interface Measured {
  readonly hash: string;
  readonly statistics: Promise<DatasetStatistics>;
}

const REMEMBERED = 16;
/** It says nothing while it computes. */
const PATIENCE_SECONDS = 1800;

export function createStatistics({
  library,
  store,
  importerEntry,
}: Pick<ServiceContext, 'library' | 'store' | 'importerEntry'>): Statistics {
  /** By dataset the newest: each edit makes another hash, and nobody asks for those before. */
  const known = new Map<string, Measured>();

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
      const { id, hash } = dataset;
      const found = known.get(id);
      if (found?.hash === hash) return found.statistics;
      const measured = { hash, statistics: measure(dataset) };
      known.delete(id);
      known.set(id, measured);
      // A failure is not worth remembering.
      measured.statistics.catch(() => {
        if (known.get(id) === measured) known.delete(id);
      });
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      return measured.statistics;
    },
  };
}
