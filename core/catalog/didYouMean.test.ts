import { expect, it } from 'vitest';
import { didYouMean } from './didYouMean.ts';

const known = ['Linear', 'LeakyReLU', 'BatchNorm1d', 'BatchNorm2d', 'ReLU', 'digits-mlp'];

it.each([
  ['Lineer', 'Linear'],
  ['linear', 'Linear'],
  ['Linaer', 'Linear'],
  ['LeakyRelU', 'LeakyReLU'],
  ['BatchNorm', 'BatchNorm1d'],
  ['digit-mlp', 'digits-mlp'],
  ['RelU', 'ReLU'],
])('%s is close to %s', (name, expected) => {
  expect(didYouMean(name, known, 'Look.')).toBe(`Did you mean "${expected}"? Look.`);
});

it.each(['', 'x', 'Transformer', 'my/experiment.descent.json'])('%j is close to none', (name) => {
  expect(didYouMean(name, known, 'Look.')).toBe('Look.');
});

it('prefers the closest', () => {
  expect(didYouMean('run-12', ['run-22', 'run-1', 'run-12b', 'urn-12'], '')).toMatch(/"run-22"/);
  expect(didYouMean('iris-1', ['iris-10', 'iris-1'], '')).toBe('Did you mean "iris-1"? ');
});
