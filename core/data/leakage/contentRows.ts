import { bytesOf } from '../bytesOf.ts';
import type { Dataset } from '../Dataset.ts';
import { type ByteRows, rowsAtOffsets, rowsOfWidth } from '../duplicates/ByteRows.ts';

/**
 * What a sample shows a network, as bytes: pixels, text, or the cells of its columns. Columns of
 * images and texts do not enter.
 */
export function contentRows(dataset: Dataset): ByteRows {
  switch (dataset.kind) {
    case 'image':
      return rowsOfWidth(dataset.images, dataset.images.length / dataset.samples);
    case 'text':
      return rowsAtOffsets(dataset.texts, dataset.offsets);
    case 'table':
      return rowsOfWidth(bytesOf(dataset.values), 4 * dataset.columns.length);
    default:
      return dataset satisfies never;
  }
}
