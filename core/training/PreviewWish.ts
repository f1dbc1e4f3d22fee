/** Which samples are shown augmented, and in which epochs. */
export interface PreviewWish {
  /** Places in the dataset. */
  readonly samples: readonly number[];
  /** From 1. */
  readonly epochs: readonly number[];
}
