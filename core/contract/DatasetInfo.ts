/** What the library knows of a dataset without opening its samples. */
import { z } from 'zod';
import { ImportFormat } from './ImportOptions.ts';
import { Sha256, Shape, Slug, Timestamp, Title } from './primitives.ts';

/** Classes by index: label i is `labels[i]`, with `counts[i]` samples. */
export const ClassTarget = z.strictObject({
  kind: z.literal('class'),
  name: z.string(),
  labels: z.array(z.string()).min(1),
  counts: z.array(z.number().int().nonnegative()),
});

/** A number to regress, in the unit of its column. */
export const NumberTarget = z.strictObject({
  kind: z.literal('number'),
  name: z.string(),
  minimum: z.number(),
  maximum: z.number(),
});

export const DatasetTarget = z.discriminatedUnion('kind', [ClassTarget, NumberTarget]);
export type DatasetTarget = z.infer<typeof DatasetTarget>;

export const DatasetInfo = z.strictObject({
  id: Slug,
  name: Title,
  kind: z.enum(['image', 'table']),
  /** N, all parts together. */
  samples: z.number().int().positive(),
  /** Images: [channels, height, width]; tables: [features]. */
  sampleShape: Shape,
  /** Names of the features of a table; empty for images. */
  featureNames: z.array(z.string()),
  target: DatasetTarget,
  /**
   * Samples that the files themselves name as the test part (MNIST's t10k); they are always the
   * sealed split.
   */
  givenTestSamples: z.number().int().nonnegative(),
  /** sha256 over features, targets and labels. */
  hash: Sha256,
  bytes: z.number().int().nonnegative(),
  source: z.strictObject({
    kind: z.enum(['sample', ...ImportFormat.options]),
    /** The sample's name, or the file or folder it was imported from. */
    origin: z.string(),
    license: z.string().nullable(),
  }),
  /** What the importer noticed and a person should know. */
  warnings: z.array(z.string()),
  importedAt: Timestamp,
});
export type DatasetInfo = z.infer<typeof DatasetInfo>;

/** A bundled dataset that needs no download. */
export const SampleInfo = z.strictObject({
  id: Slug,
  name: Title,
  kind: z.enum(['image', 'table']),
  samples: z.number().int().positive(),
  sampleShape: Shape,
  classes: z.array(z.string()),
  description: z.strictObject({ en: z.string(), ko: z.string() }),
  license: z.string(),
  source: z.string(),
  /** The bundled experiment that a first click runs. */
  experiment: z.string(),
  installed: z.boolean(),
});
export type SampleInfo = z.infer<typeof SampleInfo>;

/** A page of samples to look at, in dataset order. */
export const DatasetPage = z.strictObject({
  offset: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** `values`: the raw features, flattened in the order of sampleShape; images as 0..255. */
  rows: z.array(
    z.strictObject({
      index: z.number().int().nonnegative(),
      values: z.array(z.number()),
      /** The class label, or the number. */
      target: z.union([z.string(), z.number()]),
    }),
  ),
});
export type DatasetPage = z.infer<typeof DatasetPage>;
