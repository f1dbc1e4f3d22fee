import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';

/** 150 rows of four numbers, of three classes. */
export const irisInfo: DatasetInfo = {
  id: 'iris',
  name: 'Iris',
  kind: 'table',
  samples: 150,
  sampleShape: [4],
  columns: [],
  target: { kind: 'class', name: 'species', labels: ['a', 'b', 'c'], counts: [50, 50, 50] },
  given: null,
  hash: '0'.repeat(64),
  bytes: 2_400,
  source: { kind: 'sample', origin: 'iris', license: null },
  warnings: [],
  importedAt: 0,
};
