import { expect, test } from 'vitest';
import { countExperiments, experimentFinder, nameOfKey } from './runExperiments.ts';

const document = (id: string, name: string) => ({ id, spec: { name } });
const run = (experiment: string | null, name: string) => ({ experiment, spec: { name } });

const find = experimentFinder([document('iris', 'Petals'), document('digits', 'digits')]);

test('an experiment has the name of today', () => {
  expect(find(run('iris', 'iris'))).toEqual({ key: 'iris', name: 'Petals' });
});

test('a run of the terminal is of the document of its name', () => {
  expect(find(run(null, 'digits'))).toEqual({ key: 'digits', name: 'digits' });
});

test('a document that is gone keeps the name it had, and is no document of today', () => {
  const gone = find(run(null, 'iris'));
  expect(gone.name).toBe('iris');
  expect(gone.key).not.toBe('iris');
});

test('a key has a name without any run', () => {
  const documents = [document('iris', 'Petals')];
  expect(nameOfKey('iris', documents)).toBe('Petals');
  expect(nameOfKey('digits', documents)).toBe('digits');
  expect(nameOfKey(find(run(null, 'My first')).key, documents)).toBe('My first');
});

test('of two documents of one name, the first is meant', () => {
  const twins = experimentFinder([document('a', 'same'), document('b', 'same')]);
  expect(twins(run(null, 'same')).key).toBe('a');
});

test('each experiment is counted once, under its own key', () => {
  const runs = [run('iris', 'iris'), run(null, 'iris'), run('iris', 'Petals')];
  expect(countExperiments(runs.map(find)).map(({ name, runs: count }) => [name, count])).toEqual([
    ['Petals', 2],
    ['iris', 1],
  ]);
});
