/** A library that trains a workload. */
import type { Workload } from './workloads.ts';

export interface Contender {
  readonly name: string;
  /** Builds and warms up. Rejects with the reason why it cannot take part. */
  start(workload: Workload): Promise<Contestant>;
}

export interface Contestant {
  /** Versions in words. */
  readonly detail: string;
  /** Trains for about that long. */
  train(seconds: number): Promise<Timing>;
  stop(): Promise<void>;
}

export interface Timing {
  readonly samples: number;
  readonly seconds: number;
  /**
   * Seconds of the processor, of all threads together. What other programs take away from the wall
   * clock is not in it.
   */
  readonly cpuSeconds: number;
}
