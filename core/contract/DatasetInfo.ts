/** What the library knows of a dataset without opening its samples. */
import { z } from 'zod';
import { ImageSizes } from './ImageSizes.ts';
import { ImageFit, ImportFormat } from './ImportOptions.ts';
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

const Count = z.number().int().nonnegative();

/** What a dataset knows of each sample besides its target. */
export const ColumnInfo = z.strictObject({
  name: z.string(),
  /** `date`: days since 1970-01-01 UTC. */
  type: z.enum(['number', 'category', 'date']),
  /** How many different labels a category has; null for other types. */
  categories: Count.nullable(),
  /** Samples without a value. */
  missing: Count,
});
export type ColumnInfo = z.infer<typeof ColumnInfo>;

export const DatasetKind = z.enum(['image', 'table', 'text']);
export type DatasetKind = z.infer<typeof DatasetKind>;

export const DatasetInfo = z.strictObject({
  id: Slug,
  name: Title,
  kind: DatasetKind,
  /** N, all parts together and excluded ones, which keep their places. */
  samples: z.number().int().positive(),
  /** Images: [channels, height, width]; tables: [columns]; texts, which have no size: []. */
  sampleShape: Shape,
  /**
   * Of images in files of their own, as they were there; absent for other datasets, and where an
   * earlier version imported them.
   */
  imageSizes: ImageSizes.optional(),
  /** The features of a table; of images and texts what can group, order or filter them. */
  columns: z.array(ColumnInfo),
  /** How images of other sizes were made to fit; absent where they were stretched, or were none. */
  fit: ImageFit.optional(),
  target: DatasetTarget,
  /**
   * Samples of each part as the files themselves name it (MNIST's t10k is a test part); null where
   * they name none. The test part is always the sealed split.
   */
  given: z.strictObject({ train: Count, validation: Count, test: Count }).nullable(),
  /** sha256 over values, targets and labels; with edits, over that and the edits. */
  hash: Sha256,
  /** What was changed since the import; absent where nothing was. Counts and range above are after it. */
  edits: z.strictObject({ importedHash: Sha256, excluded: Count, relabelled: Count }).optional(),
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
  kind: DatasetKind,
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

/** A raw value: a number, a category's label or a date as YYYY-MM-DD, null where it is missing. */
export const Cell = z.union([z.number(), z.string(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** A page of samples to look at. */
export const DatasetPage = z.strictObject({
  /** Of the first row among those that were asked for. */
  offset: z.number().int().nonnegative(),
  /** Samples for which the filter holds. */
  total: z.number().int().nonnegative(),
  rows: z.array(
    z.strictObject({
      /** Its place in the dataset. */
      index: z.number().int().nonnegative(),
      /** The columns; of images the pixels 0..255, flattened in the order of sampleShape. */
      values: z.array(Cell),
      /** Of a text dataset. */
      text: z.string().optional(),
      /** The class label, or the number. */
      target: z.union([z.string(), z.number()]),
      /** Where a person changed it; its imported target is null where that is still its target. */
      edit: z
        .strictObject({
          isExcluded: z.boolean(),
          importedTarget: z.union([z.string(), z.number()]).nullable(),
        })
        .optional(),
    }),
  ),
});
export type DatasetPage = z.infer<typeof DatasetPage>;
