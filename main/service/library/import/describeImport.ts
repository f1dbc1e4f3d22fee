/** What the library keeps beside the bytes of an import. */
import type { ColumnInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { DatasetSummary } from '../../../../core/data/SectionSink.ts';
import type { DatasetDescription } from '../describeDataset.ts';
import type { ImportedPath } from './importPath.ts';

interface Import {
  readonly path: string;
  readonly name: string;
}

export function describeImport(
  { format, written }: ImportedPath,
  { path, name }: Import,
): DatasetDescription {
  const { summary, hash, bytes, given, imageSizes } = written;
  return {
    name,
    kind: summary.kind,
    samples: summary.samples,
    sampleShape: shapeOf(summary),
    ...(imageSizes && { imageSizes }),
    columns: columnsOf(summary),
    ...(summary.fit && { fit: summary.fit }),
    target: summary.target,
    given: given && { train: given[0], validation: given[1], test: given[2] },
    hash,
    bytes,
    source: { kind: format, origin: path, license: null },
    warnings: [...summary.warnings],
  };
}

function shapeOf({ kind, sampleShape, columns }: DatasetSummary): number[] {
  if (kind === 'table') return [columns.length];
  return kind === 'text' ? [] : [...(sampleShape ?? [])];
}

function columnsOf({ columns, missing }: DatasetSummary): ColumnInfo[] {
  return columns.map(({ name, type, labels }, at) => ({
    name,
    type,
    categories: labels?.length ?? null,
    missing: missing[at] ?? 0,
  }));
}
