import { bytesOf } from '../bytesOf.ts';
import type { Dataset, TableDataset } from '../Dataset.ts';
import { type ByteRows, rowsAtOffsets, rowsOfWidth } from './ByteRows.ts';

/**
 * What a sample shows a network, as bytes: pixels, text, or the cells of the columns that are not
 * excluded. Columns of images and texts do not enter.
 */
export function contentRows(dataset: Dataset, excluded: ReadonlySet<string>): ByteRows {
  switch (dataset.kind) {
    case 'image':
      return rowsOfWidth(dataset.images, dataset.images.length / dataset.samples);
    case 'text':
      return rowsAtOffsets(dataset.texts, dataset.offsets);
    case 'table':
      return cellRows(dataset, excluded);
    default:
      return dataset satisfies never;
  }
}

function cellRows({ columns, values, samples }: TableDataset, excluded: ReadonlySet<string>) {
  const used = [...columns.keys()].filter((place) => !excluded.has(columns[place].name));
  if (used.length === columns.length) return rowsOfWidth(bytesOf(values), 4 * columns.length);
  const kept = new Float32Array(samples * used.length);
  for (let row = 0; row < samples; row++) {
    for (const [at, place] of used.entries()) {
      kept[row * used.length + at] = values[row * columns.length + place];
    }
  }
  return rowsOfWidth(bytesOf(kept), 4 * used.length);
}
