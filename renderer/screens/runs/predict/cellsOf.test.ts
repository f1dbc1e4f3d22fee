import { expect, test } from 'vitest';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { cellsOf } from './cellsOf.ts';

const dataset = {
  columns: ['length', 'island', 'mass', 'day'].map((name) => ({ name })),
} as unknown as DatasetInfo;

test('values have the names of their columns', () => {
  const values = [5.1, 'Dream', null, '2024-03-01'];
  expect(cellsOf(dataset, { index: 0, values, target: 'a' })).toEqual({
    ...{ length: 5.1, island: 'Dream', mass: null, day: '2024-03-01' },
  });
});

test('without a sample all are missing, without a dataset none is known', () => {
  expect(cellsOf(dataset, undefined)).toMatchObject({ length: null, day: null });
  expect(cellsOf(undefined, undefined)).toEqual({});
});
