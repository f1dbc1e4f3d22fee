/** The part of a dataset that is not samples, as the encoded form and the hash write it. */
import { z } from 'zod';
import { DatasetTarget } from '../contract/DatasetInfo.ts';
import { Shape } from '../contract/primitives.ts';
import type { Dataset } from './Dataset.ts';

export const DatasetHeader = z.strictObject({
  kind: z.enum(['image', 'table']),
  samples: z.number().int().positive(),
  sampleShape: Shape.min(1),
  /** Of the features. */
  dtype: z.enum(['uint8', 'float32']),
  featureNames: z.array(z.string()),
  target: DatasetTarget,
  givenTestSamples: z.number().int().nonnegative(),
  warnings: z.array(z.string()),
});
export type DatasetHeader = z.infer<typeof DatasetHeader>;

/** Keys in a fixed order, so that equal datasets give equal text. */
export function datasetHeader(dataset: Dataset): DatasetHeader {
  const { target } = dataset;
  return {
    kind: dataset.kind,
    samples: dataset.samples,
    sampleShape: [...dataset.sampleShape],
    dtype: dataset.features instanceof Uint8Array ? 'uint8' : 'float32',
    featureNames: [...dataset.featureNames],
    target:
      target.kind === 'class'
        ? { kind: 'class', name: target.name, labels: target.labels, counts: target.counts }
        : {
            kind: 'number',
            name: target.name,
            minimum: target.minimum,
            maximum: target.maximum,
          },
    givenTestSamples: dataset.givenTestSamples,
    warnings: [...dataset.warnings],
  };
}
