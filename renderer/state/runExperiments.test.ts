import { expect, test } from 'vitest';
import { countExperiments, experimentFinder, keyOfGone, knownKey } from './runExperiments.ts';

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

test('a key means all runs where neither a document nor a run has it', () => {
  const documents = [document('digits', 'digits')];
  const experiments = [run('digits', 'digits'), run(null, 'iris')].map(find);
  const known = (key: string | null) => knownKey(key, documents, experiments);
  expect(known('digits')).toBe('digits');
  expect(knownKey('digits', documents, [])).toBe('digits');
  expect(known(find(run(null, 'iris')).key)).toBe(find(run(null, 'iris')).key);
  expect(known('iris')).toBeNull();
  expect(known(null)).toBeNull();
});

test('the runs of a document that is deleted have one key before and behind a restart', () => {
  const left = [document('digits', 'digits')];
  const now = experimentFinder(left);
  const key = keyOfGone('Petals', left);
  expect(now(run('iris', 'Petals')).key).toBe(key);
  expect(now(run(null, 'Petals')).key).toBe(key);
  const twin = [...left, document('iris-2', 'Petals')];
  expect(keyOfGone('Petals', twin)).toBe('iris-2');
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
