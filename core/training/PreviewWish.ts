/** Which samples are shown augmented, and in which epochs. */
export interface PreviewWish {
  /** Places in the dataset, or among its training samples, where behind the last comes the first. */
  readonly samples: readonly number[];
  /** The dataset if absent. */
  readonly among?: 'dataset' | 'training' | undefined;
  /** From 1. */
  readonly epochs: readonly number[];
}
