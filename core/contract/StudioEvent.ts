/**
 * Facts that the service tells without being asked, coalesced at the source to at most 20 messages
 * a second.
 *
 * Events carry enough to redraw, never so little that the listener must ask for the whole history
 * again.
 */
import { z } from 'zod';
import { DatasetInfo } from './DatasetInfo.ts';
import { LeakageKind } from './LeakageReport.ts';
import { LearningRatePoint } from './LearningRateRange.ts';
import { Measured, Slug } from './primitives.ts';
import { EpochMetrics, MetricPoint, RunProgress, RunRecord } from './RunRecord.ts';
import { SelfTestResult } from './SelfTestReport.ts';
import { StudioErrorData } from './StudioError.ts';

export const StudioEvent = z.discriminatedUnion('event', [
  /** Its status or anything else of the record changed; also sent for a new run. */
  z.strictObject({ event: z.literal('run.changed'), run: RunRecord }),
  z.strictObject({ event: z.literal('run.removed'), run: Slug }),
  /** New measurements since the last such event; iterations thinned where there are very many. */
  z.strictObject({
    event: z.literal('run.progress'),
    run: Slug,
    progress: RunProgress,
    epochs: z.array(EpochMetrics),
    iterations: z.array(MetricPoint),
  }),
  /** Of a learning-rate range test or a check on one minibatch that was given a name. */
  z.strictObject({
    event: z.literal('trial.progress'),
    trial: Slug,
    iteration: z.number().int().positive(),
    /** It takes at most so many. */
    iterations: z.number().int().positive(),
    loss: Measured,
    /** Of a range test, since the last such event; else empty. */
    points: z.array(LearningRatePoint),
  }),
  /** Of a leakage scan that was given a name, before each of its steps. */
  z.strictObject({
    event: z.literal('leakage.progress'),
    trial: Slug,
    /** What is looked for now. */
    kind: LeakageKind,
    step: z.number().int().positive(),
    steps: z.number().int().positive(),
  }),
  /** Of the self-test in work, before each executor: what those before it gave. */
  z.strictObject({
    event: z.literal('selfTest.progress'),
    executor: SelfTestResult.shape.executor,
    results: z.array(SelfTestResult),
    /** How many executors there are. */
    executors: z.number().int().positive(),
  }),
  z.strictObject({ event: z.literal('datasets.changed'), datasets: z.array(DatasetInfo) }),
  /** At most ten a second. */
  z.strictObject({
    event: z.literal('import.progress'),
    /** As the request gave it. */
    path: z.string(),
    /** The share of the file that is read, in [0, 1]. */
    fraction: z.number().min(0).max(1),
    /** Rows or images read so far. */
    rows: z.number().int().nonnegative(),
    /** Null until it can be told. */
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** Something went wrong that no request was waiting for. */
  z.strictObject({ event: z.literal('error'), error: StudioErrorData }),
]);
export type StudioEvent = z.infer<typeof StudioEvent>;
