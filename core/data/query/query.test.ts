/** Finding and ordering samples, held against plain filters and comparisons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SampleCondition } from '../../contract/SampleQuery.ts';
import type { Dataset } from '../Dataset.ts';
import { caughtError } from '../testing/caughtError.ts';
import { tinyMixed, tinyRegression, tinyTable, tinyTexts } from '../testing/tinyDatasets.ts';
import { matchSamples } from './matchSamples.ts';
import { orderSamples } from './orderSamples.ts';

function found(dataset: Dataset, ...conditions: SampleCondition[]): number[] {
  const matches = matchSamples(dataset, conditions);
  return Array.from({ length: dataset.samples }, (_, index) => index).filter(matches);
}

test('texts and labels are searched whatever their case and composition', () => {
  const contains = (part: string): SampleCondition => ({ kind: 'text', contains: part });
  expect(found(tinyTexts(8), contains('LIKE'))).toEqual([0, 4]);
  expect(found(tinyTexts(8), contains('좋아'.normalize('NFD')))).toEqual([1, 5]);
  expect(found(tinyTexts(8), contains('👎'))).toEqual([3, 7]);
  expect(found(tinyMixed(7), contains('파'))).toEqual([2, 5]);
  expect(found(tinyTable(6), contains('B'))).toEqual([1, 4]);
});

test('columns by range, label and missing value; all conditions hold', () => {
  const mixed = tinyMixed(12);
  const large: SampleCondition = { kind: 'range', column: 'size', minimum: 1, maximum: 2.5 };
  const red: SampleCondition = { kind: 'labels', column: 'color', labels: ['red', 'green'] };
  expect(found(mixed, large)).toEqual([3, 5, 6, 7]);
  expect(found(mixed, large, red)).toEqual([3, 7]);
  expect(found(mixed, { kind: 'missing', column: 'size' })).toEqual([4, 9]);
  expect(found(mixed, { kind: 'labels', column: null, labels: ['b'] })).toEqual([1, 4, 7, 10]);
  expect(found(mixed, { kind: 'samples', indices: [7, 2, 400] })).toEqual([2, 7]);
  const cheap: SampleCondition = { kind: 'range', column: null, minimum: null, maximum: 0.5 };
  expect(found(tinyRegression(6), cheap)).toEqual([0, 1, 2]);
  const unknown: SampleCondition = { kind: 'missing', column: 'weight' };
  expect(caughtError(() => found(mixed, large, unknown))).toMatchObject({
    ...{ code: 'invalid-request', where: 'filter.1' },
    message: 'The dataset has no column "weight".',
  });
});

test('the bounds of a range are values of the column', () => {
  const written = [103198.79, 0.1, 0.7, -2.3];
  const dataset = {
    ...tinyTable(written.length),
    values: Float32Array.from(written.flatMap((value) => [value, 0])),
  };
  for (const [index, value] of written.entries()) {
    const range = { kind: 'range' as const, column: tinyTable(1).columns[0].name };
    expect(found(dataset, { ...range, minimum: value, maximum: value })).toEqual([index]);
  }
});

test('an order is stable, missing values come last', () => {
  const value = fc.oneof(
    fc.float({ noDefaultInfinity: true, noNaN: true }),
    fc.constantFrom(Number.NaN, 0, -0, 1),
  );
  const direction = fc.constantFrom('ascending' as const, 'descending' as const);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), direction, (list, way) => {
      const dataset = {
        ...tinyTable(list.length),
        values: Float32Array.from(list.flatMap((x) => [x, 0])),
      };
      const all = Uint32Array.from(list, (_, index) => index);
      const sign = way === 'ascending' ? 1 : -1;
      const compare = (a: number, b: number) => {
        const [x = 0, y = 0] = [list[a], list[b]];
        if (Number.isNaN(x) || Number.isNaN(y))
          return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
        return x === y ? 0 : sign * (x < y ? -1 : 1);
      };
      const sorted = orderSamples(dataset, all, { column: 'x', direction: way });
      expect([...sorted]).toEqual([...all].sort(compare));
    }),
  );
});
