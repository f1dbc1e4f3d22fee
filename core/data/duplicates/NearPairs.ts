export interface NearPairs {
  /** Rows a < b that are almost the same, ascending by a, then b. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Rows with so many others in reach that not all of them were compared. */
  readonly crowded: number;
}
