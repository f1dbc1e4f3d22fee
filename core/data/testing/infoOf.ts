import type { DatasetInfo } from '../../contract/DatasetInfo.ts';
import { columnInfos } from '../columnInfos.ts';
import type { Dataset } from '../Dataset.ts';
import { givenCounts } from '../givenCounts.ts';
import { sampleShapeOf } from '../sampleShapeOf.ts';

/** What the library would say of a dataset. */
export const infoOf = (dataset: Dataset): DatasetInfo => ({
  id: 'any',
  name: 'any',
  kind: dataset.kind,
  samples: dataset.samples,
  target: dataset.target,
  sampleShape: sampleShapeOf(dataset),
  columns: columnInfos(dataset),
  given: givenCounts(dataset),
  warnings: [],
  hash: '0'.repeat(64),
  bytes: 0,
  source: { kind: 'sample', origin: 'any', license: null },
  importedAt: 0,
});
