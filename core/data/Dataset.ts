/**
 * A dataset in memory: features and targets as flat typed arrays, one row a sample.
 *
 * Images stay bytes (0..255) until a minibatch is assembled: a quarter of the memory, and the
 * augmentation's input.
 */
import type { DatasetTarget } from '../contract/DatasetInfo.ts';

export interface Dataset {
  readonly kind: 'image' | 'table';
  /** N. */
  readonly samples: number;
  /** [channels, height, width] or [features]. */
  readonly sampleShape: readonly number[];
  /** [N, ...sampleShape] row-major. */
  readonly features: Uint8Array | Float32Array;
  /** [N] class indices (Int32Array) or numbers (Float32Array). */
  readonly targets: Int32Array | Float32Array;
  readonly target: DatasetTarget;
  readonly featureNames: readonly string[];
  /**
   * The last `givenTestSamples` samples are the part that the files themselves keep for testing.
   */
  readonly givenTestSamples: number;
  /** What the reader noticed and a person should know. */
  readonly warnings: readonly string[];
}
