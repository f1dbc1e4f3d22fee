import { z } from 'zod';
import { EpochMetrics, MetricPoint } from './RunRecord.ts';

/**
 * What a run has measured after the given positions; the whole history when both are 0. Each list
 * is thinned to at most `maximumPoints`: the first, the last, and the extremes of each bucket.
 */
export const RunMetrics = z.strictObject({
  /** By validation loss, so that the best epoch always stays. */
  epochs: z.array(EpochMetrics),
  /** By loss. */
  iterations: z.array(MetricPoint),
});
export type RunMetrics = z.infer<typeof RunMetrics>;
