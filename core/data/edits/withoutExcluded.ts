import { sizeOf } from '../../graph/Tensor.ts';
import type { Dataset } from '../Dataset.ts';

/** A dataset that holds only the samples that are not excluded. */
export interface IncludedDataset {
  readonly dataset: Dataset;
  /** Where each of its samples stands in the whole dataset. */
  placeOf(index: number): number;
}

/**
 * For searches through all samples, which are written for datasets without holes. Copies what is left
 * where any is excluded.
 */
export function withoutExcluded(dataset: Dataset): IncludedDataset {
  const { overlay, samples } = dataset;
  if (!overlay?.excluded.includes(1)) return { dataset, placeOf: (index) => index };
  const kept = Uint32Array.from(
    Array.from({ length: samples }, (_, index) => index).filter(
      (index) => overlay.excluded[index] === 0,
    ),
  );
  return { dataset: keep(dataset, kept), placeOf: (index) => kept[index] };
}

function keep(whole: Dataset, kept: Uint32Array): Dataset {
  const { overlay: _, ...dataset } = whole;
  const common = {
    samples: kept.length,
    targets: pick(dataset.targets, kept, 1),
    values: pick(dataset.values, kept, dataset.columns.length),
    givenSplits: dataset.givenSplits && pick(dataset.givenSplits, kept, 1),
  };
  switch (dataset.kind) {
    case 'image':
      return {
        ...dataset,
        ...common,
        images: pick(dataset.images, kept, sizeOf(dataset.sampleShape)),
      };
    case 'table':
      return { ...dataset, ...common };
    case 'text': {
      const lengthOf = (index: number) => dataset.offsets[index + 1] - dataset.offsets[index];
      const offsets = new Uint32Array(kept.length + 1);
      for (const [at, index] of kept.entries()) offsets[at + 1] = offsets[at] + lengthOf(index);
      const texts = new Uint8Array(offsets[kept.length]);
      for (const [at, index] of kept.entries()) {
        texts.set(
          dataset.texts.subarray(dataset.offsets[index], dataset.offsets[index + 1]),
          offsets[at],
        );
      }
      return { ...dataset, ...common, texts, offsets };
    }
    default:
      return dataset satisfies never;
  }
}

type Rows = Uint8Array | Int32Array | Float32Array;

/** The rows of a [N, width] array. */
function pick<T extends Rows>(rows: T, kept: Uint32Array, width: number): T {
  const create = rows.constructor as new (length: number) => T;
  const picked = new create(kept.length * width);
  for (const [at, index] of kept.entries()) {
    picked.set(rows.subarray(index * width, (index + 1) * width), at * width);
  }
  return picked;
}
