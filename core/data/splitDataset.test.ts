import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreprocessingSpec, type SplitSpec } from '../contract/ExperimentSpec.ts';
import { checkSplit } from './checkSplit.ts';
import type { Dataset } from './Dataset.ts';
import { givenCounts } from './givenCounts.ts';
import { splitCounts } from './splitCounts.ts';
import { splitDataset as split } from './splitDataset.ts';
import { caughtError } from './testing/caughtError.ts';
import { tinyImages, tinyRegression, tinyTable } from './testing/tinyDatasets.ts';

const half: SplitSpec = {
  validation: 0.25,
  test: 0.25,
  stratified: true,
  method: 'random',
};
const withGivenTest = (dataset: Dataset, given: number): Dataset => ({
  ...dataset,
  givenSplits: new Uint8Array(dataset.samples).fill(2, dataset.samples - given),
});
const sourceOf = (dataset: Dataset) => ({ ...dataset, given: givenCounts(dataset) });
const givenTest = (dataset: Dataset) => givenCounts(dataset)?.test ?? 0;

const preprocessing = PreprocessingSpec.parse({});
const splitDataset = (dataset: Dataset, spec: SplitSpec, seed: number) =>
  split(dataset, { split: spec, seed, preprocessing });

const anyDataset = fc
  .record({
    targets: fc.array(fc.nat(2), { minLength: 1, maxLength: 80 }),
    given: fc.nat(20),
  })
  .map(({ targets, given }) =>
    withGivenTest(tinyTable(targets.length, targets), Math.min(given, targets.length - 1)),
  );
const share = fc.double({ min: 0.01, max: 0.98, noNaN: true });
const anySpec = fc.record({
  validation: share,
  test: fc.oneof(fc.constant(0), share),
  stratified: fc.boolean(),
  method: fc.constant('random' as const),
});
const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });

describe('splitDataset', () => {
  it('parts all samples into ascending splits of exactly the counted sizes, or refuses', () => {
    fc.assert(
      fc.property(anyDataset, anySpec, anySeed, (dataset, spec, seed) => {
        const counts = splitCounts(sourceOf(dataset), spec);
        const problems = checkSplit(sourceOf(dataset), spec).filter(
          ({ severity }) => severity === 'error',
        );
        if (problems.length > 0) {
          expect(caughtError(() => splitDataset(dataset, spec, seed)).where).toBe(
            problems[0].where,
          );
          return;
        }
        const { train, validation, test } = splitDataset(dataset, spec, seed);
        expect(counts).toEqual({
          train: train.length,
          validation: validation.length,
          test: test.length,
        });
        for (const split of [train, validation, test]) expect(split).toEqual(split.slice().sort());
        const all = Int32Array.from([...train, ...validation, ...test]).sort();
        expect(all).toEqual(Int32Array.from({ length: dataset.samples }, (_, index) => index));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the class shares to within one sample when stratified', () => {
    fc.assert(
      fc.property(anyDataset, anySpec, anySeed, (dataset, { validation }, seed) => {
        const spec = { validation, test: 0, stratified: true, method: 'random' as const };
        const free = dataset.samples - givenTest(dataset);
        const counts = splitCounts(sourceOf(dataset), spec);
        if (counts.validation === 0 || counts.train === 0) return;
        const splits = splitDataset(dataset, spec, seed);
        for (const index of [0, 1, 2]) {
          const of = (indices: Iterable<number>) =>
            [...indices].filter((sample) => dataset.targets[sample] === index).length;
          const whole = of(Array.from({ length: free }, (_, sample) => sample));
          const quota = (counts.validation * whole) / free;
          expect(Math.abs(of(splits.validation) - quota)).toBeLessThan(1);
        }
      }),
    );
  });

  it('is the same for the same seed and another for another', () => {
    const dataset = tinyTable(60);
    expect(splitDataset(dataset, half, 5)).toEqual(splitDataset(dataset, half, 5));
    expect(splitDataset(dataset, half, 5)).not.toEqual(splitDataset(dataset, half, 6));
  });

  it('draws each class apart: equal classes do not give away the same places', () => {
    // Classes a and b in turn, 40 of each: sample 2i and sample 2i + 1 stand at the same place.
    const dataset = tinyTable(
      80,
      Array.from({ length: 80 }, (_, index) => index % 2),
    );
    const { test } = splitDataset(dataset, half, 3);
    const placesOf = (kind: number) =>
      [...test].filter((index) => index % 2 === kind).map((index) => Math.floor(index / 2));
    expect(placesOf(0)).toHaveLength(10);
    expect(placesOf(0)).not.toEqual(placesOf(1));
  });

  it('seals the same test samples whatever the validation share', () => {
    for (const stratified of [true, false]) {
      const dataset = tinyTable(90);
      const tests = [0.1, 0.3, 0.6].map(
        (validation) =>
          splitDataset(dataset, { validation, test: 0.2, stratified, method: 'random' }, 1).test,
      );
      expect(tests[1]).toEqual(tests[0]);
      expect(tests[2]).toEqual(tests[0]);
    }
  });

  it('takes the given test part as the test split and nothing else', () => {
    const dataset = tinyImages(20);
    const { train, validation, test } = splitDataset(dataset, half, 0);
    expect([...test]).toEqual([18, 19]);
    expect([train.length, validation.length]).toEqual([13, 5]);
  });

  it('splits a regression at random', () => {
    const { train, validation, test } = splitDataset(tinyRegression(40), half, 0);
    expect([train.length, validation.length, test.length]).toEqual([20, 10, 10]);
  });
});

describe('splitCounts', () => {
  it('takes exactly 10,000 of the 60,000 digits of MNIST for validation', () => {
    const mnist = { samples: 63_000, given: { train: 60_000, validation: 0, test: 3000 } };
    const spec = { validation: 1 / 6, test: 0.2, stratified: true, method: 'random' as const };
    expect(splitCounts(mnist, spec)).toEqual({ train: 50_000, validation: 10_000, test: 3000 });
  });
});

describe('checkSplit', () => {
  it.each([
    [
      'an empty validation split',
      tinyTable(20),
      { ...half, validation: 0.01 },
      [
        [
          'error',
          'split.validation',
          'The validation split must hold at least one sample. A share of 0.01 of 20 samples gives 0.',
        ],
      ],
    ],
    [
      'an empty test split that was asked for',
      tinyTable(20),
      { ...half, test: 0.02 },
      [
        [
          'error',
          'split.test',
          'The test split must hold at least one sample. A share of 0.02 of 20 samples gives 0.',
        ],
      ],
    ],
    [
      'an empty training split',
      tinyTable(20),
      { ...half, validation: 0.75 },
      [
        [
          'error',
          'split',
          'The training split must hold at least one sample. Of 20 samples, validation and test take 20.',
        ],
      ],
    ],
    [
      'a class that nothing is left of to train on',
      tinyTable(21, [2, ...Array.from({ length: 20 }, (_, i) => i % 2)]),
      { validation: 0.9, test: 0, stratified: true, method: 'random' as const },
      [['warning', 'split', 'Class "c" has 1 sample, none in the training split.']],
    ],
    ['no test split, which is allowed', tinyTable(20), { ...half, test: 0 }, []],
    ['a test share that a given test part makes void', tinyImages(20), { ...half, test: 0.99 }, []],
    ['all well', tinyTable(30), half, []],
  ] as const)('says of %s', (_, dataset, spec, expected) => {
    const problems = checkSplit(sourceOf(dataset), spec);
    expect(problems.map(({ severity, where, message }) => [severity, where, message])).toEqual(
      expected,
    );
  });
});
