/**
 * Which sample trains, which validates, which stays sealed; parts may come out empty.
 *
 * Whatever the method, samples that lack a value that is dropped are in no part, and what the data
 * gives as its test part is the sealed one: it was set aside before anybody looked. Samples that a
 * person excluded are taken out of the parts that are drawn: all others stay where they were.
 */
import { COPIES, type ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { keptSamples } from '../../preprocessing/keptSamples.ts';
import type { Dataset } from '../Dataset.ts';
import { splitCounts } from '../splitCounts.ts';
import { copyGroups } from './copyGroups.ts';
import { groupedParts } from './groupedParts.ts';
import { orderedParts } from './orderedParts.ts';
import { type Parts, randomParts } from './randomParts.ts';
import { GIVEN, type Splits } from './Splits.ts';

export type SplitWish = Pick<ExperimentSpec, 'split' | 'seed' | 'preprocessing'>;

/**
 * Throws StudioError `invalid-experiment` at `split.method` where nothing is given, at
 * `split.column` for a column that is missing or cannot order.
 */
export function drawSplits(dataset: Dataset, wish: SplitWish): Splits {
  const { train, validation, test } = drawWithExcluded(dataset, wish);
  const excluded = dataset.overlay?.excluded;
  if (!excluded) return { train, validation, test };
  const isIncluded = (index: number) => excluded[index] === 0;
  return {
    train: train.filter(isIncluded),
    validation: validation.filter(isIncluded),
    test: test.filter(isIncluded),
  };
}

/** The same as if no sample were excluded: where an edit of one belongs. Throws as drawSplits does. */
export function drawWithExcluded(dataset: Dataset, wish: SplitWish): Splits {
  const isKept = keptSamples(dataset, wish.preprocessing);
  const byPart: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < dataset.samples; index++) {
    if (isKept === null || isKept(index)) byPart[dataset.givenSplits?.[index] ?? 0].push(index);
  }
  const parts = partsOf(dataset, wish, byPart);
  return {
    train: ascending(parts.train),
    validation: ascending(parts.validation),
    test: ascending(parts.test),
  };
}

function partsOf(
  dataset: Dataset,
  wish: SplitWish,
  byPart: readonly [number[], number[], number[]],
): Parts {
  const { split, seed } = wish;
  const sealed = byPart[GIVEN.test];
  const free = [...byPart[GIVEN.train], ...byPart[GIVEN.validation]].sort((a, b) => a - b);
  const wanted = wantedCounts(free.length, split, sealed.length > 0);
  const withSealed = (parts: Parts): Parts =>
    sealed.length > 0 ? { ...parts, test: sealed } : parts;
  const groups = (indices: readonly number[]) =>
    split.stratified ? classGroups(dataset, indices) : [indices];
  switch (split.method) {
    case 'random':
      return withSealed(randomParts(groups(free), wanted, seed));
    case 'grouped':
      return withSealed(groupedParts(free, columnValues(dataset, wish), wanted, seed));
    case 'ordered':
      return withSealed(orderedParts(free, columnValues(dataset, wish), wanted));
    case 'given': {
      if (!dataset.givenSplits) throw nothingGiven();
      const validation = byPart[GIVEN.validation];
      const missing = { ...wanted, ...(validation.length > 0 && { validation: 0 }) };
      const drawn = randomParts(groups(byPart[GIVEN.train]), missing, seed);
      return withSealed(validation.length > 0 ? { ...drawn, validation } : drawn);
    }
    default:
      return split.method satisfies never;
  }
}

/** Shares of all free samples; no more than there are. */
function wantedCounts(free: number, split: SplitWish['split'], isSealed: boolean) {
  const given = isSealed ? { train: 0, validation: 0, test: 1 } : null;
  const samples = free + (isSealed ? 1 : 0);
  const { validation, test } = splitCounts({ samples, given }, split);
  return { validation, test: isSealed ? 0 : test };
}

function classGroups(
  { target, targets, overlay }: Dataset,
  indices: readonly number[],
): number[][] {
  const drawn = overlay?.importedTargets ?? targets;
  if (target.kind === 'number') return [[...indices]];
  const groups = target.labels.map((): number[] => []);
  for (const index of indices) groups[drawn[index]].push(index);
  return groups;
}

/** The values of the column that groups or orders. */
export function columnValues(
  dataset: Dataset,
  { split, preprocessing }: SplitWish,
): (index: number) => number {
  const { method, column: name } = split;
  const { columns, values } = dataset;
  const place = columns.findIndex((column) => column.name === name);
  if (place === -1 && method === 'grouped' && name === COPIES) {
    const groups = copyGroups(dataset, preprocessing);
    return (index) => groups[index];
  }
  if (name === undefined || place === -1) {
    const listed = columns.slice(0, 20).map((column) => `"${column.name}"`);
    throw new StudioError(
      'invalid-experiment',
      name === undefined
        ? `A split of method ${method} needs a column.`
        : `There is no column "${name}" to split by.`,
      {
        where: 'split.column',
        hint:
          listed.length > 0
            ? `The columns are ${listed.join(', ')}.`
            : 'The dataset has no columns. Choose another method.',
      },
    );
  }
  if (method === 'ordered' && columns[place].type === 'category') {
    throw new StudioError(
      'invalid-experiment',
      `Column "${name}" must hold numbers or dates to order the samples. It holds categories.`,
      { where: 'split.column' },
    );
  }
  return (index) => values[index * columns.length + place];
}

function nothingGiven(): StudioError {
  return new StudioError('invalid-experiment', 'The dataset gives no parts of its own.', {
    where: 'split.method',
    hint: 'Choose a random, grouped or ordered split.',
  });
}

/** Typed arrays sort numerically. */
function ascending(indices: readonly number[]): Int32Array {
  return Int32Array.from(indices).sort();
}
