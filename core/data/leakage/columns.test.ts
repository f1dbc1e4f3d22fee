import { expect, test } from 'vitest';
import { randomAt } from '../../random/randomAt.ts';
import { determinesClass, determinesNumber } from './determiningColumn.ts';
import { looksLikeGroups } from './looksLikeGroups.ts';
import { scaledBeforehand } from './scaledBeforehand.ts';

const samples = 300;
const random = randomAt({ seed: 5, stream: 'augment' });
const classes = Int32Array.from({ length: samples }, (_, row) => row % 3);
const numbers = Float32Array.from({ length: samples }, () => random.nextNormal());
const column = (of: (row: number) => number, isCategory = false) => ({
  isCategory,
  values: Float32Array.from({ length: samples }, (_, row) => of(row)),
});
const at = (values: ArrayLike<number>, row: number) => values[row] ?? 0;

test.each([
  ['the target in other numbers', column((row) => 10 - at(classes, row)), 'category'],
  ['a category for each class', column((row) => at(classes, row) * 2, true), 'category'],
  [
    'a score made from the target',
    column((row) => at(classes, row) + at(numbers, row) / 1e3),
    'neighbour',
  ],
])('%s determines a class', (_, values, rule) => {
  expect(determinesClass(values, classes, 3)).toMatchObject({ rule, score: expect.closeTo(1, 1) });
});

test.each([
  ['an identifier', column((row) => row)],
  ['a number per sample as a category', column((row) => row, true)],
  ['a good measurement', column((row) => at(classes, row) + at(numbers, row) / 3)],
  ['a constant', column(() => 1)],
  ['nothing but gaps', column(() => Number.NaN)],
])('%s does not', (_, values) => {
  const shuffled = classes.map((_label, row) => at(classes, (row * 7919) % samples));
  expect(determinesClass(values, shuffled, 3)).toBeNull();
});

test('a class that nearly every sample has is not called determined', () => {
  const rare = Int32Array.from({ length: samples }, (_, row) => (row < 2 ? 1 : 0));
  expect(
    determinesClass(
      column(() => 0, true),
      rare,
      2,
    ),
  ).toBeNull();
});

test.each([
  ['another unit', column((row) => 2.54 * at(numbers, row) + 3), 'linear'],
  ['its exponential', column((row) => Math.exp(3 * at(numbers, row))), 'monotone'],
  ['a noisy measurement', column((row) => at(numbers, row) + random.nextNormal() / 10), undefined],
  ['a constant', column(() => 2), undefined],
])('%s of a number', (_, values, rule) => {
  expect(determinesNumber(values, numbers)?.rule).toBe(rule);
});

test('a column that was scaled over all samples is seen', () => {
  const raw = Float32Array.from(numbers, (value) => 50 + 7 * value);
  const mean = raw.reduce((sum, value) => sum + value, 0) / samples;
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples);
  const [low, high] = [Math.min(...raw), Math.max(...raw)];
  expect(scaledBeforehand(raw)).toBeNull();
  expect(scaledBeforehand(raw.map((value) => (value - mean) / deviation))).toBe('standardized');
  expect(scaledBeforehand(raw.map((value) => (value - low) / (high - low)))).toBe('min-max');
  expect(scaledBeforehand(raw.map((_, row) => row % 2))).toBeNull();
});

test.each([
  ['patient_id', 40, 200, true],
  ['환자 번호', 40, 200, true],
  ['color', 3, 200, false],
  ['row id', 200, 200, false],
  ['site', 12, 200, true],
  ['idle', 4, 200, false],
])('%s with %i values in %i samples', (name, groups, count, expected) => {
  expect(looksLikeGroups(name, groups, count)).toBe(expected);
});
