/**
 * What training tells while it runs; the trainer process passes it on, the CLI prints it, the store
 * keeps it.
 */
import type { GuardFinding } from '../contract/GuardFinding.ts';
import type { LearningRateChange } from '../contract/LearningRateChange.ts';
import type {
  EndReason,
  EpochMetrics,
  MetricPoint,
  RunProgress,
  SplitCounts,
} from '../contract/RunRecord.ts';
import type { Shape } from '../graph/Tensor.ts';
import type { EpochSums } from './EpochSums.ts';

/** Parameters, buffers and optimizer state by name: all that a step changes. */
export type Checkpoint = Readonly<
  Record<string, { readonly shape: Shape; readonly data: Float32Array }>
>;

export type TrainingEvent =
  | {
      readonly type: 'start';
      readonly splits: SplitCounts;
      /** Of the test split; null without one. */
      readonly sealHash: string | null;
      /** Trainable parameters. */
      readonly parameters: number;
      readonly iterationsPerEpoch: number;
      readonly iterations: number;
    }
  /** A chunk of iterations is done. */
  | {
      readonly type: 'iterations';
      readonly points: readonly MetricPoint[];
      readonly progress: RunProgress;
    }
  /**
   * An epoch is done and measured; its checkpoint belongs in the same transaction as its metrics.
   */
  | {
      readonly type: 'epoch';
      readonly metrics: EpochMetrics;
      readonly checkpoint: Checkpoint;
      /** Its validation loss is the lowest so far. */
      readonly isBest: boolean;
      /** What the guards see in it; empty where they did not look. */
      readonly findings: readonly GuardFinding[];
      readonly progress: RunProgress;
    }
  /** Training cannot go on, and this is where it broke; the error is thrown behind it. */
  | {
      readonly type: 'divergence';
      readonly findings: readonly GuardFinding[];
      readonly progress: RunProgress;
    }
  /**
   * Training halts inside an epoch, for a pause or for good: what it takes to go on behind this
   * iteration.
   */
  | {
      readonly type: 'position';
      /** The unfinished one, from 1. */
      readonly epoch: number;
      /** Over the whole run. */
      readonly iteration: number;
      readonly sums: EpochSums;
      readonly checkpoint: Checkpoint;
    }
  /** Everything asked up to here is in effect; told again when training has paused by itself. */
  | {
      readonly type: 'control';
      /** Requests to the control so far. */
      readonly heard: number;
      readonly isPaused: boolean;
      readonly learningRateChanges: readonly LearningRateChange[];
    }
  | {
      readonly type: 'end';
      readonly status: 'completed' | 'stopped';
      /** Why it is complete before its last epoch. */
      readonly endReason: EndReason | null;
      /** Over the whole run, evaluation left out. */
      readonly samplesPerSecond: number;
    };
