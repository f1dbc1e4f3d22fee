/** How much of what is measured was known before: what a leak does to the scores. */
export interface Exposure {
  readonly groups: number;
  /** Samples of the validation split that have a companion in training, of so many. */
  readonly validation: readonly [known: number, of: number];
  /** Samples of the test split that have a companion in training or validation, of so many. */
  readonly test: readonly [known: number, of: number];
}

/**
 * @param groups Samples that tell of each other.
 * @param places See splitOf.
 */
export function exposureOf(groups: readonly (readonly number[])[], places: Uint8Array): Exposure {
  const known = [0, 0, 0, 0];
  for (const group of groups) {
    const earliest = group.reduce(
      (least, index) => (places[index] > 0 ? Math.min(least, places[index]) : least),
      known.length,
    );
    for (const index of group) if (places[index] > earliest) known[places[index]] += 1;
  }
  const sizes = [0, 0, 0, 0];
  for (const place of places) sizes[place] += 1;
  return {
    groups: groups.length,
    validation: [known[2], sizes[2]],
    test: [known[3], sizes[3]],
  };
}
