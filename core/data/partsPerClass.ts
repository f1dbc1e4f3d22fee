import { apportion } from './apportion.ts';

/** How many samples of each class, or of any other group, go into each drawn split. */
export interface ClassParts {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/**
 * Divides groups of the given sizes into splits of exactly the given totals, keeping the groups'
 * shares by largest remainder.
 *
 * The test split is apportioned first and knows nothing of the validation split, so it stays as it
 * is when only the validation share changes.
 */
export function partsPerClass(
  sizes: readonly number[],
  totals: { readonly validation: number; readonly test: number },
): ClassParts {
  const test = apportion(totals.test, sizes);
  const rest = sizes.map((size, group) => size - test[group]);
  const validation = apportion(totals.validation, sizes, rest);
  const train = rest.map((size, group) => size - validation[group]);
  return { train, validation, test };
}
