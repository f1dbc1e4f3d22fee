import { expect, test } from 'vitest';
import { mixedSeals } from './mixedSeals.ts';

const run = (id: string, sealHash: string | null) => ({
  dataset: { id, name: id, hash: 'a' },
  sealHash,
});

test('a dataset with runs of several seals is named, one seal or none is no mixture', () => {
  const runs = [run('iris', 'x'), run('iris', 'y'), run('digits', 'x'), run('digits', 'x')];
  expect([...mixedSeals(runs)]).toEqual(['iris']);
  expect([...mixedSeals([run('iris', 'x'), run('iris', null)])]).toEqual([]);
});
