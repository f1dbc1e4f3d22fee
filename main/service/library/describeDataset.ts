/** What the library keeps beside a dataset's bytes. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { columnInfos } from '../../../core/data/columnInfos.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { datasetHash } from '../../../core/data/datasetHash.ts';
import { givenCounts } from '../../../core/data/givenCounts.ts';
import { sampleShapeOf } from '../../../core/data/sampleShapeOf.ts';
import { nodeDigest } from './nodeDigest.ts';

/** An entry before the library has given it a place. */
export type DatasetDescription = Omit<DatasetInfo, 'id' | 'importedAt' | 'edits'>;

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
    sampleShape: sampleShapeOf(dataset),
    columns: columnInfos(dataset),
    target: dataset.target,
    given: givenCounts(dataset),
    hash: datasetHash(dataset, nodeDigest),
    warnings: [...dataset.warnings],
  };
}
