/** What a dataset looks like in numbers, over all its samples. */
import { z } from 'zod';

const Count = z.number().int().nonnegative();

/** Equal bins: bin i holds start + i · width <= x < start + (i + 1) · width, the last one its end, too. */
export const Histogram = z.strictObject({
  start: z.number(),
  width: z.number().positive(),
  counts: z.array(Count).min(1).max(100),
});
export type Histogram = z.infer<typeof Histogram>;

export const NumberStatistics = z.strictObject({
  missing: Count,
  minimum: z.number(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
  maximum: z.number(),
  mean: z.number(),
  /** Divided by n. */
  deviation: z.number(),
  histogram: Histogram,
  /** Below Q1 - 1.5 IQR or above Q3 + 1.5 IQR (Tukey). */
  outliers: z.strictObject({
    count: Count,
    /** Of the samples, the furthest first, at most 200. */
    indices: z.array(Count).max(200),
  }),
});
export type NumberStatistics = z.infer<typeof NumberStatistics>;
