import { expect, test } from 'vitest';
import { specOf } from '../state/layers/testing/specOf.ts';
import { experimentTitle } from './experimentTitle.ts';

const documents = [
  { id: 'iris', name: 'Iris' },
  { id: 'digits', name: 'digits' },
  { id: 'digits-2', name: 'digits' },
].map(({ id, name }) => ({ id, spec: { ...specOf([]), name } }));

test('the id stands in for a name that another experiment has', () => {
  expect(documents.map((one) => experimentTitle(one, documents))).toEqual([
    'Iris',
    'digits',
    'digits-2',
  ]);
});
