/**
 * Dataset indices of each split, ascending: the split is a set, and shuffling is the sampler's work.
 * No index is in two of them; together they are all samples but those that a missing value drops.
 */
export interface Splits {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/** As Dataset's givenSplits numbers them. */
export const GIVEN = { train: 0, validation: 1, test: 2 } as const;
