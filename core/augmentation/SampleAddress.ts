/** Where a sample is augmented: nothing else decides what is drawn for it. */
export interface SampleAddress {
  readonly seed: number;
  /** From 1. */
  readonly epoch: number;
  /** Of the sample in its dataset. */
  readonly index: number;
}
