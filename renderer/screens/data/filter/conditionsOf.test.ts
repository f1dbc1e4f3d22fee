import { expect, test } from 'vitest';
import { noFilter } from '../../../state/sampleFilters.ts';
import { conditionsOf } from './conditionsOf.ts';

const column = { name: 'mass', minimum: null, maximum: null, label: null, isMissing: false };

test('what is not asked makes no condition', () => {
  expect(conditionsOf(noFilter, null)).toEqual([]);
  expect(conditionsOf({ ...noFilter, text: '  ', split: 'test', column }, null)).toEqual([]);
});

test('each field makes its condition', () => {
  const filter = { ...noFilter, text: ' good ', label: 'a', column: { ...column, maximum: 3 } };
  expect(conditionsOf(filter, null)).toEqual([
    { kind: 'text', contains: 'good' },
    { kind: 'labels', column: null, labels: ['a'] },
    { kind: 'range', column: 'mass', minimum: null, maximum: 3 },
  ]);
  const missing = { ...noFilter, column: { ...column, isMissing: true } };
  expect(conditionsOf(missing, null)).toEqual([{ kind: 'missing', column: 'mass' }]);
  const named = { ...noFilter, column: { ...column, label: 'red' } };
  expect(conditionsOf(named, null)).toEqual([{ kind: 'labels', column: 'mass', labels: ['red'] }]);
  const some = { ...noFilter, samples: { title: '', indices: [4, 2], copies: null } };
  expect(conditionsOf(some, null)).toEqual([{ kind: 'samples', indices: [4, 2] }]);
});
