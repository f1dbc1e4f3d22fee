import { permutation, randomAt } from '../../random/randomAt.ts';
import type { Parts } from './randomParts.ts';

/**
 * Parts of whole groups: all samples of one value stand in one part.
 *
 * The groups come in an order drawn at the address (seed, 'split', 0); a part takes each one that
 * brings it closer to its wanted number of samples, the test part before the validation part, and
 * the smallest group where it would stay empty.
 */
export function groupedParts(
  indices: readonly number[],
  valueAt: (index: number) => number,
  wanted: { readonly validation: number; readonly test: number },
  seed: number,
): Parts {
  const groups = groupsOf(indices, valueAt);
  const order = permutation(randomAt({ seed, stream: 'split', index: 0 }), groups.length);
  let left = Array.from(order, (place) => groups[place]);
  const take = (count: number): number[] => {
    const taken = closestTo(left, count);
    const gone = new Set(taken);
    left = left.filter((group) => !gone.has(group));
    return taken.flat();
  };
  const test = take(wanted.test);
  const validation = take(wanted.validation);
  return { test, validation, train: left.flat() };
}

/** By rising value, so that the order of the rows does not matter; missing values are one group. */
export function groupsOf(
  indices: readonly number[],
  valueAt: (index: number) => number,
): number[][] {
  const groups = new Map<number, number[]>();
  for (const index of indices) {
    const value = valueAt(index);
    const group = groups.get(value);
    if (group) group.push(index);
    else groups.set(value, [index]);
  }
  const rank = (value: number) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
  return [...groups].sort(([a], [b]) => compare(rank(a), rank(b))).map(([, group]) => group);
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

function closestTo(groups: readonly number[][], wanted: number): number[][] {
  if (wanted === 0) return [];
  const taken: number[][] = [];
  let count = 0;
  for (const group of groups) {
    if (Math.abs(count + group.length - wanted) >= Math.abs(count - wanted)) continue;
    taken.push(group);
    count += group.length;
  }
  if (taken.length > 0 || groups.length === 0) return taken;
  return [groups.reduce((least, group) => (group.length < least.length ? group : least))];
}
