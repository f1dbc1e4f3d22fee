import { expect, test } from 'vitest';
import type { ColumnInfo } from '../../../../core/contract/DatasetInfo.ts';
import { COPIES, type SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { methodsFor, withMethod } from './splitMethods.ts';

const columns: ColumnInfo[] = [
  { name: 'person', type: 'category', categories: 9, missing: 0 },
  { name: 'day', type: 'date', categories: null, missing: 0 },
];
const given = { train: 8, validation: 0, test: 2 };
const split: SplitSpec = { validation: 0.2, test: 0.2, stratified: true, method: 'random' };

test('a method is there where the data allows it', () => {
  expect(methodsFor({ columns, given: null }, 'random')).toEqual(['random', 'grouped', 'ordered']);
  expect(methodsFor({ columns: [], given }, 'random')).toEqual(['random', 'grouped', 'given']);
  expect(methodsFor({ columns: columns.slice(0, 1), given: null }, 'random')).not.toContain(
    'ordered',
  );
});

test('the method in use is never hidden', () => {
  expect(methodsFor({ columns: [], given: null }, 'ordered')).toContain('ordered');
});

test('a column comes with the method that needs it and goes with it', () => {
  const grouped = withMethod(split, 'grouped', columns);
  expect(grouped).toEqual({ ...split, method: 'grouped', column: 'person' });
  expect(withMethod(grouped, 'ordered', columns).column).toBe('day');
  expect(withMethod(grouped, 'random', columns)).toEqual(split);
});

test('what has no columns can still keep copies together', () => {
  expect(withMethod(split, 'grouped', []).column).toBe(COPIES);
});
