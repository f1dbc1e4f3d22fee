/** Splits by group, by order and as given, and the seal of a test split. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreprocessingSpec, SplitSpec } from '../../contract/ExperimentSpec.ts';
import type { Dataset, TableDataset } from '../Dataset.ts';
import { sealHash } from '../sealHash.ts';
import { splitDataset } from '../splitDataset.ts';
import { caughtError } from '../testing/caughtError.ts';
import { tinyImages, tinyMixed, tinyTable, tinyTexts } from '../testing/tinyDatasets.ts';
import { describeSplits } from './describeSplits.ts';
import { drawSplits } from './drawSplits.ts';

const wishOf = (split: object, seed = 0, preprocessing: object = {}) => ({
  split: SplitSpec.parse(split),
  seed,
  preprocessing: PreprocessingSpec.parse(preprocessing),
});

/** Each sample with a group and a time. */
function grouped(groups: readonly number[]): TableDataset {
  return {
    ...tinyTable(groups.length),
    columns: [
      { name: 'group', type: 'category', labels: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      { name: 'time', type: 'number' },
    ],
    values: Float32Array.from(groups.flatMap((group, i) => [group, (i * 37) % 101])),
  };
}

const anyGroups = fc
  .array(fc.oneof(fc.nat(7), fc.constant(Number.NaN)), { minLength: 12, maxLength: 60 })
  .map(grouped);
const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });
const share = fc.double({ min: 0.05, max: 0.4, noNaN: true });
const partsOf = (dataset: Dataset, wish: ReturnType<typeof wishOf>) => {
  const { train, validation, test } = drawSplits(dataset, wish);
  return { train: [...train], validation: [...validation], test: [...test] };
};

describe('drawSplits', () => {
  it('puts every sample into exactly one part, whatever the method', () => {
    const method = fc.constantFrom('random', 'grouped', 'ordered', 'given');
    const given = fc.array(fc.nat(2), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(anyGroups, method, share, share, anySeed, given, (plain, name, v, t, seed, g) => {
        const dataset = { ...plain, givenSplits: Uint8Array.from(g).slice(0, plain.samples) };
        const column = name === 'ordered' ? 'time' : 'group';
        const wish = wishOf({ method: name, column, validation: v, test: t }, seed);
        const { train, validation, test } = partsOf(dataset, wish);
        expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([
          ...Array(dataset.samples).keys(),
        ]);
        expect(partsOf(dataset, wish)).toEqual({ train, validation, test });
      }),
    );
  });

  it('never divides a group', () => {
    fc.assert(
      fc.property(anyGroups, share, share, anySeed, (dataset, validation, test, seed) => {
        const wish = wishOf({ method: 'grouped', column: 'group', validation, test }, seed);
        const parts = partsOf(dataset, wish);
        const [a, b, c] = Object.values(parts).map(
          (indices) => new Set(indices.map((index) => String(dataset.values[2 * index]))),
        );
        expect([...a].filter((group) => b.has(group) || c.has(group))).toEqual([]);
        expect([...b].filter((group) => c.has(group))).toEqual([]);
      }),
    );
  });

  it('seals the same groups whatever the validation share', () => {
    const dataset = grouped(Array.from({ length: 64 }, (_, i) => i % 8));
    const tests = [0.1, 0.25, 0.5].map(
      (validation) =>
        partsOf(dataset, wishOf({ method: 'grouped', column: 'group', validation, test: 0.25 }))
          .test,
    );
    expect(tests[0]).toHaveLength(16);
    expect(tests[1]).toEqual(tests[0]);
    expect(tests[2]).toEqual(tests[0]);
  });

  it('tests the latest and trains on the earliest', () => {
    fc.assert(
      fc.property(anyGroups, share, share, (dataset, validation, test) => {
        const wish = wishOf({ method: 'ordered', column: 'time', validation, test });
        const parts = partsOf(dataset, wish);
        const times = (indices: number[]) => indices.map((index) => dataset.values[2 * index + 1]);
        const end = Math.max(...times(parts.train));
        expect(Math.min(...times([...parts.validation, ...parts.test]))).toBeGreaterThanOrEqual(
          end,
        );
        const later = Math.min(...times(parts.test), Number.POSITIVE_INFINITY);
        expect(Math.max(...times(parts.validation), end)).toBeLessThanOrEqual(later);
      }),
    );
  });

  it('takes the parts that the data gives, and draws the one that is missing', () => {
    const dataset = {
      ...tinyTable(12),
      givenSplits: Uint8Array.of(0, 0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0),
    };
    const wish = wishOf({ method: 'given' });
    expect(partsOf(dataset, wish)).toEqual({
      train: [0, 1, 2, 7, 8, 9, 10, 11],
      validation: [3, 4],
      test: [5, 6],
    });
    const images = tinyImages(20);
    const drawn = partsOf(images, wish);
    expect(drawn.test).toEqual([18, 19]);
    expect([drawn.train.length, drawn.validation.length]).toEqual([14, 4]);
  });

  it('leaves samples out that lack a value where missing ones are dropped', () => {
    const dataset = tinyMixed(60);
    const wish = wishOf({}, 3, { missingNumbers: 'drop' });
    const splits = drawSplits(dataset, wish);
    const { counts, problems } = describeSplits(dataset, wish, splits);
    expect(counts.dropped).toBe(16);
    expect(counts.train + counts.validation + counts.test).toBe(44);
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      where: 'preprocessing',
      message: 'Left out of every split for want of a value: 16 samples.',
    });
  });

  it.each([
    [{ method: 'given' }, 'split.method', 'The dataset gives no parts of its own.'],
    [{ method: 'grouped' }, 'split.column', 'A split of method grouped needs a column.'],
    [
      { method: 'ordered', column: 'height' },
      'split.column',
      'There is no column "height" to split by.',
    ],
    [
      { method: 'ordered', column: 'group' },
      'split.column',
      'Column "group" must hold numbers or dates to order the samples. It holds categories.',
    ],
    [
      { method: 'grouped', column: 'group' },
      'split.test',
      'The test split must hold at least one sample. This way of splitting 12 samples leaves none.',
    ],
  ])('refuses %j', (split, where, message) => {
    const oneGroup = grouped(Array(12).fill(3));
    const refuse = () => splitDataset(oneGroup, wishOf(split));
    const error = caughtError(refuse);
    expect(error.code).toBe('invalid-experiment');
    if (where !== 'split.test') expect(error).toMatchObject({ where, message });
    else expect(error.message).toMatch(/must hold at least one sample/);
  });
});

describe('describeSplits', () => {
  const problemsOf = (dataset: Dataset, wish: ReturnType<typeof wishOf>) =>
    describeSplits(dataset, wish, drawSplits(dataset, wish)).problems.map(({ message }) => message);

  it('counts a class that a part lacks', () => {
    const dataset = tinyTable(30, [2, ...Array.from({ length: 29 }, (_, i) => i % 2)]);
    expect(
      problemsOf(dataset, wishOf({ stratified: false, method: 'ordered', column: 'x' })),
    ).toEqual(['Class "c" has 1 sample, none in the validation split.']);
  });

  it('says where groups make no sense', () => {
    const own = { method: 'grouped', column: 'x', validation: 0.25, test: 0.25 };
    expect(problemsOf(tinyTable(12), wishOf(own))).toContain(
      'Every sample has a value of "x" of its own: nothing is grouped.',
    );
    const large = grouped([...Array(20).fill(0), ...Array(10).fill(1), ...Array(10).fill(2)]);
    const column = { method: 'grouped', column: 'group', validation: 0.05, test: 0.05 };
    expect(problemsOf(large, wishOf(column))).toContain(
      'The test split gets 25 % of the samples instead of 5 %: groups of "group" are not divided.',
    );
    const sealed = {
      ...grouped([0, 0, 1, 1, 2, 2, 3, 3]),
      givenSplits: Uint8Array.of(0, 2, 0, 0, 0, 0, 0, 0),
    };
    expect(problemsOf(sealed, wishOf({ ...column, validation: 0.3, test: 0.1 }))).toContain(
      'The given test split shares 1 group of "group" with the others.',
    );
  });

  it('says which samples have no place in the order', () => {
    const dataset = tinyMixed(40);
    expect(problemsOf(dataset, wishOf({ method: 'ordered', column: 'day' }))).toContain(
      'Kept for training, since "day" is unknown: 3 samples.',
    );
  });
});

describe('sealHash', () => {
  const test = Int32Array.of(1, 4);

  it('changes with the samples that are sealed, and with nothing else', () => {
    for (const dataset of [tinyTable(6), tinyImages(6), tinyTexts(6)]) {
      const seal = sealHash(dataset, test);
      expect(seal).toMatch(/^[0-9a-f]{64}$/);
      const others = {
        ...dataset,
        values: dataset.values.slice(),
        targets: dataset.targets.slice(),
      };
      others.targets[0] += 1;
      expect(sealHash(others, test)).toBe(seal);
      others.targets[4] += 1;
      expect(sealHash(others, test)).not.toBe(seal);
      expect(sealHash(dataset, Int32Array.of(1, 5))).not.toBe(seal);
      expect(sealHash(dataset, new Int32Array())).toBeNull();
    }
  });
});
