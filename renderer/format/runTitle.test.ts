import { expect, test } from 'vitest';
import { runTitle } from './runTitle.ts';

const runs = [
  { id: 'digits-mlp-2', name: 'digits-mlp' },
  { id: 'digits-mlp', name: 'digits-mlp' },
  { id: 'iris', name: 'Iris' },
];

test('the id stands in for a name that another run has', () => {
  expect(runs.map((run) => runTitle(run, runs))).toEqual(['digits-mlp-2', 'digits-mlp', 'Iris']);
});
