import type { Cell } from '../contract/DatasetInfo.ts';
import { shortestFloat32 } from '../contract/shortestFloat32.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { Column, Dataset } from './Dataset.ts';
import { dateText } from './dateText.ts';
import { textsOf } from './text/textsOf.ts';

export interface SampleContent {
  /** The columns; of images the pixels 0..255, [channels, height, width] row-major. */
  readonly values: Cell[];
  /** Of a text dataset. */
  readonly text?: string;
}

/** A sample as people read it. */
export function sampleContent(dataset: Dataset, index: number): SampleContent {
  if (dataset.kind === 'image') {
    const size = sizeOf(dataset.sampleShape);
    return { values: Array.from(dataset.images.subarray(index * size, (index + 1) * size)) };
  }
  const { columns, values } = dataset;
  const cells = columns.map((column, place) =>
    cellOf(column, values[index * columns.length + place]),
  );
  if (dataset.kind === 'table') return { values: cells };
  return { values: cells, text: textsOf(dataset).at(index) ?? '' };
}

function cellOf({ type, labels = [] }: Column, value: number): Cell {
  if (Number.isNaN(value)) return null;
  switch (type) {
    case 'number':
      return shortestFloat32(value);
    case 'category':
      return labels[value];
    case 'date':
      return dateText(value);
    default:
      return type satisfies never;
  }
}
