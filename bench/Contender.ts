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
  samplesPerSecond(seconds: number): Promise<number>;
  stop(): Promise<void>;
}
