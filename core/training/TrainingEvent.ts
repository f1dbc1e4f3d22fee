/**
 * What training tells while it runs; the trainer process passes it on, the CLI prints it, the store
 * keeps it.
 */
import type {
  EndReason,
  EpochMetrics,
  MetricPoint,
  RunProgress,
  SplitCounts,
} from '../contract/RunRecord.ts';
import type { Shape } from '../graph/Tensor.ts';

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
      readonly progress: RunProgress;
    }
  | {
      readonly type: 'end';
      readonly status: 'completed' | 'stopped';
      /** Why it is complete before its last epoch. */
      readonly endReason: EndReason | null;
      /** Over the whole run, evaluation left out. */
      readonly samplesPerSecond: number;
    };
