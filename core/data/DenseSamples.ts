/** What a network takes of a dataset whose samples are all of one size: an array of numbers. */
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from './Dataset.ts';

export interface DenseSamples {
  readonly kind: 'image' | 'table';
  readonly sampleShape: readonly number[];
  /** [N, ...sampleShape]. */
  readonly features: Uint8Array | Float32Array;
}

/** Shared, not copied. Throws StudioError `unsupported` for texts, which have no size. */
export function denseSamples(dataset: Dataset): DenseSamples {
  switch (dataset.kind) {
    case 'image':
      return { kind: 'image', sampleShape: dataset.sampleShape, features: dataset.images };
    case 'table':
      return { kind: 'table', sampleShape: [dataset.columns.length], features: dataset.values };
    case 'text':
      throw new StudioError('unsupported', 'Texts must become numbers before they are trained on.');
    default:
      return dataset satisfies never;
  }
}
