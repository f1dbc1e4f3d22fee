import { permutation, randomAt } from '../../random/randomAt.ts';
import { partsPerClass } from '../partsPerClass.ts';

export interface Parts {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/**
 * Draws from groups of samples, such as the classes, exactly `totals` into validation and test, each
 * group by its share; at the address (seed, 'split', group).
 *
 * The test split is drawn first and the validation split behind it from the same permutation, so
 * changing the validation share never moves a sample into or out of the sealed test split.
 */
export function randomParts(
  groups: readonly (readonly number[])[],
  totals: { readonly validation: number; readonly test: number },
  seed: number,
): Parts {
  const sizes = groups.map((group) => group.length);
  const counts = partsPerClass(sizes, totals);
  const parts = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  for (const [group, indices] of groups.entries()) {
    const order = permutation(randomAt({ seed, stream: 'split', index: group }), indices.length);
    const validationFrom = counts.test[group];
    const trainFrom = validationFrom + counts.validation[group];
    for (const [position, place] of order.entries()) {
      const part =
        position < validationFrom ? 'test' : position < trainFrom ? 'validation' : 'train';
      parts[part].push(indices[place]);
    }
  }
  return parts;
}
