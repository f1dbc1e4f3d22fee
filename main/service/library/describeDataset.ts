/** What the library keeps beside a dataset's bytes. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { datasetHash } from '../../../core/data/datasetHash.ts';

/** An entry before the library has given it a place. */
export type DatasetDescription = Omit<DatasetInfo, 'id' | 'importedAt'>;

export interface Provenance {
  readonly name: string;
  readonly source: DatasetInfo['source'];
  /** Size of the encoded form. */
  readonly bytes: number;
}

export function describeDataset(dataset: Dataset, provenance: Provenance): DatasetDescription {
  return {
    ...provenance,
    kind: dataset.kind,
    samples: dataset.samples,
    sampleShape: [...dataset.sampleShape],
    featureNames: [...dataset.featureNames],
    target: dataset.target,
    givenTestSamples: dataset.givenTestSamples,
    hash: datasetHash(dataset),
    warnings: [...dataset.warnings],
  };
}
