/** What a dataset looks like in numbers, over all its samples. */
import { z } from 'zod';

const Count = z.number().int().nonnegative();
/** Samples, by their places in the dataset. */
const Places = z.array(Count);

/** Equal bins: bin i holds start + i · width <= x < start + (i + 1) · width, the last one its end, too. */
export const Histogram = z.strictObject({
  start: z.number(),
  width: z.number().positive(),
  counts: z.array(Count).min(1).max(100),
});
export type Histogram = z.infer<typeof Histogram>;

export const NumberStatistics = z.strictObject({
  minimum: z.number(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
  maximum: z.number(),
  mean: z.number(),
  /** Divided by n. */
  deviation: z.number(),
  histogram: Histogram,
  outliers: z.strictObject({
    /** Q1 - 1.5 IQR and Q3 + 1.5 IQR (Tukey); an outlier lies outside. */
    low: z.number(),
    high: z.number(),
    count: Count,
    /** The furthest first, at most 200. */
    indices: Places.max(200),
  }),
});
export type NumberStatistics = z.infer<typeof NumberStatistics>;

/** How a column of numbers and the target go together, over samples that have a value. */
export const TargetRelation = z.discriminatedUnion('kind', [
  /** Pearson's r, for a target that is a number. */
  z.strictObject({ kind: z.literal('correlation'), value: z.number().min(-1).max(1) }),
  z.strictObject({
    kind: z.literal('classMeans'),
    /** Of the first 50 classes; null where a class has no value. */
    means: z.array(z.number().nullable()),
    /** η²: the share of the column's variance that lies between the classes. */
    explained: z.number().min(0).max(1),
  }),
]);
export type TargetRelation = z.infer<typeof TargetRelation>;

export const ColumnStatistics = z.discriminatedUnion('type', [
  z.strictObject({
    /** A date is a number of days since 1970-01-01 UTC. */
    type: z.enum(['number', 'date']),
    name: z.string(),
    missing: Count,
    /** Null where no sample has a value. */
    numbers: NumberStatistics.nullable(),
    /** Null where one of the two does not vary. */
    relation: TargetRelation.nullable(),
  }),
  z.strictObject({
    type: z.literal('category'),
    name: z.string(),
    missing: Count,
    categories: Count,
    /** The most frequent ones, at most 50. */
    most: z.array(z.strictObject({ label: z.string(), count: Count })),
  }),
]);
export type ColumnStatistics = z.infer<typeof ColumnStatistics>;

const TargetStatistics = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('class'),
    counts: z.array(Count),
    /** Samples of the largest class for each of the smallest that has any. */
    imbalance: z.number().min(1),
    /** Classes without a sample. */
    empty: Count,
  }),
  z.strictObject({ kind: z.literal('number'), numbers: NumberStatistics }),
]);

const NearDuplicateStatistics = z.strictObject({
  groups: Count,
  /** Samples that are nearly one before them: what is near to something near counts, too. */
  copies: Count,
  /** Samples that were compared, each of them another one: of equal ones the first. */
  compared: Count,
  /** Not all pairs were compared: there may be more. */
  isPartial: z.boolean(),
  /** The first ten samples of the first 20 groups. */
  examples: z.array(Places.max(10)).max(20),
});
export type NearDuplicateStatistics = z.infer<typeof NearDuplicateStatistics>;

/** Samples that show a network the same: pixels, cells, or a text apart from its blanks. */
const DuplicateStatistics = z.strictObject({
  groups: Count,
  /** Samples that equal one before them. */
  copies: Count,
  /** Groups whose samples have not all the same target. */
  conflicts: Count,
  /** At most 20 groups, conflicts first, each with its first ten samples. */
  examples: z.array(z.strictObject({ indices: Places.max(10), isConflict: z.boolean() })).max(20),
  /** Nearly equal ones; null for a table of so few numbers that some are near by chance. */
  near: NearDuplicateStatistics.nullable(),
});
export type DuplicateStatistics = z.infer<typeof DuplicateStatistics>;

/** Of texts in words, as the tokenizer Words finds them by default. */
const TextStatistics = z.strictObject({
  lengths: z.strictObject({
    minimum: Count,
    median: Count,
    mean: z.number(),
    /** One text in twenty is longer. */
    percentile95: Count,
    maximum: Count,
    bins: z.array(z.strictObject({ low: Count, high: Count, count: Count })),
  }),
  words: Count,
  distinct: Count,
  /** Different ones that occur once. */
  once: Count,
  /** The most frequent ones, at most 40. */
  most: z.array(z.strictObject({ term: z.string(), count: Count, documents: Count })),
  /** The share of all words that `most` makes up. */
  coverage: z.number().min(0).max(1),
});
export type TextStatistics = z.infer<typeof TextStatistics>;

const ImageStatistics = z.strictObject({
  /** Of the mean of each image's bytes, 0..255. */
  brightness: NumberStatistics,
  /** Values of an image, C · H · W, and how many of them are the same in all images. */
  pixels: Count,
  constantPixels: Count,
  /** Of each class, as many classes as fit into 4 MB; of all samples where the target is a number. */
  means: z.array(
    z.strictObject({
      label: z.string().nullable(),
      count: Count,
      /** Bytes [channels, height, width]. */
      pixels: z.instanceof(Uint8Array),
    }),
  ),
});
export type ImageStatistics = z.infer<typeof ImageStatistics>;

export const DatasetStatistics = z.strictObject({
  samples: Count,
  target: TargetStatistics,
  duplicates: DuplicateStatistics,
  /** The first 200. */
  columns: z.array(ColumnStatistics).max(200),
  columnsLeftOut: Count,
  text: TextStatistics.nullable(),
  image: ImageStatistics.nullable(),
});
export type DatasetStatistics = z.infer<typeof DatasetStatistics>;
