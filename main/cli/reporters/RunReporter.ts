/** Tells of a training while it runs; one for people, one for programs. */
import type { EpochMetrics, RunProgress, RunRecord } from '../../../core/contract/RunRecord.ts';

export interface RunReporter {
  /** The trainer is at work; the record knows its splits and its executor. */
  started(run: RunRecord): void;
  /** CPU and GPU begin the experiment, to see which trains it faster. */
  measuring(): void;
  /** The GPU is opened, or compiles the kernels that it is to run. */
  preparing(kernels: RunProgress['kernels']): void;
  /** The executor before this one failed, and this one goes on. */
  executorChanged(run: RunRecord): void;
  progressed(progress: RunProgress): void;
  epochCommitted(metrics: EpochMetrics): void;
  /** The epoch's weights are committed with its metrics. */
  checkpointCommitted(epoch: number, isBest: boolean): void;
  stopping(): void;
  ended(run: RunRecord): void;
}
