/**
 * Which sample trains, which validates, which stays sealed.
 *
 * The test split is drawn first and the validation split behind it from the same permutation, so
 * changing the validation share never moves a sample into or out of the sealed test split. Indices
 * come in ascending order: the split is a set, and shuffling is the sampler's work.
 */
import type { SplitSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { permutation, randomAt } from '../random/randomAt.ts';
import { checkSplit } from './checkSplit.ts';
import type { Dataset } from './Dataset.ts';
import { givenCounts } from './givenCounts.ts';
import { partsPerClass } from './partsPerClass.ts';
import { splitCounts } from './splitCounts.ts';

/**
 * Dataset indices of each split, ascending; no index is in two of them, and together they are all
 * samples.
 */
export interface Splits {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/** As givenSplits numbers it. */
const TEST = 2;

type SplitInput = Pick<Dataset, 'targets' | 'samples' | 'target' | 'givenSplits'>;

/**
 * Draws the splits at the address (seed, 'split', class), or (seed, 'split', 0) when not
 * stratified.
 *
 * Stratified splits give each class its share by largest remainder; a regression target has no
 * classes and is split at random. Throws StudioError `invalid-experiment` when a split comes out
 * empty.
 */
export function splitDataset(dataset: SplitInput, spec: SplitSpec, seed: number): Splits {
  const source = { ...dataset, given: givenCounts(dataset) };
  const error = checkSplit(source, spec).find(({ severity }) => severity === 'error');
  if (error) throw new StudioError('invalid-experiment', error.message, { where: error.where });

  const counts = splitCounts(source, spec);
  const groups = spec.stratified ? classGroups(dataset) : [indicesOf(dataset, false)];
  const parts = partsPerClass(
    groups.map((group) => group.length),
    { validation: counts.validation, test: counts.test - (source.given?.test ?? 0) },
  );
  const test = indicesOf(dataset, true);
  const validation: number[] = [];
  const train: number[] = [];
  for (const [group, indices] of groups.entries()) {
    const order = permutation(randomAt({ seed, stream: 'split', index: group }), indices.length);
    const validationFrom = parts.test[group];
    const trainFrom = validationFrom + parts.validation[group];
    for (const [position, place] of order.entries()) {
      const part = position < validationFrom ? test : position < trainFrom ? validation : train;
      part.push(indices[place]);
    }
  }
  return { train: ascending(train), validation: ascending(validation), test: ascending(test) };
}

function classGroups(dataset: SplitInput): number[][] {
  const { target, targets } = dataset;
  const free = indicesOf(dataset, false);
  if (target.kind === 'number') return [free];
  const groups = target.labels.map((): number[] => []);
  for (const index of free) groups[targets[index]].push(index);
  return groups;
}

/** Those of the given test part, or all others. */
function indicesOf({ samples, givenSplits }: SplitInput, isTest: boolean): number[] {
  const indices: number[] = [];
  for (let index = 0; index < samples; index++) {
    if ((givenSplits?.[index] === TEST) === isTest) indices.push(index);
  }
  return indices;
}

/** Typed arrays sort numerically. */
function ascending(indices: readonly number[]): Int32Array {
  return Int32Array.from(indices).sort();
}
