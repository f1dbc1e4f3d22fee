import type { Parts } from './randomParts.ts';

/**
 * The highest values test, those before them validate, the rest trains; equal values by index.
 *
 * A sample without a value cannot be placed and trains.
 */
export function orderedParts(
  indices: readonly number[],
  valueAt: (index: number) => number,
  wanted: { readonly validation: number; readonly test: number },
): Parts {
  const placed = indices.filter((index) => !Number.isNaN(valueAt(index)));
  const unplaced = indices.filter((index) => Number.isNaN(valueAt(index)));
  placed.sort((a, b) => valueAt(a) - valueAt(b) || a - b);
  const testFrom = Math.max(0, placed.length - wanted.test);
  const validationFrom = Math.max(0, testFrom - wanted.validation);
  return {
    train: [...unplaced, ...placed.slice(0, validationFrom)],
    validation: placed.slice(validationFrom, testFrom),
    test: placed.slice(testFrom),
  };
}
