import type { DatasetInfo } from '../../contract/DatasetInfo.ts';

/** A thousand square pictures of digits, of so many classes. */
export function digitsInfo(side: number, classes: number): DatasetInfo {
  const labels = Array.from({ length: classes }, (_, index) => String(index));
  return {
    id: 'digits',
    name: 'Digits',
    kind: 'image',
    samples: 1000,
    sampleShape: [1, side, side],
    columns: [],
    target: { kind: 'class', name: 'digit', labels, counts: labels.map(() => 1000 / classes) },
    given: null,
    hash: '0'.repeat(64),
    bytes: 64_000,
    source: { kind: 'sample', origin: 'digits', license: null },
    warnings: [],
    importedAt: 0,
  };
}
