import { expect, test } from 'vitest';
import { startingExperiment } from './startingExperiment.ts';

test('a validation split that the data gives is taken; a test split alone needs no choice', () => {
  const methodFor = (given: { train: number; validation: number; test: number } | null) =>
    startingExperiment(
      {
        id: 'pets',
        kind: 'image',
        target: { kind: 'class', name: 'label', labels: ['cat', 'dog'], counts: [5, 5] },
        given,
      },
      'Pets',
    ).split.method;
  expect(methodFor({ train: 6, validation: 2, test: 2 })).toBe('given');
  expect(methodFor({ train: 0, validation: 5, test: 5 })).toBe('random');
  expect(methodFor({ train: 8, validation: 0, test: 2 })).toBe('random');
  expect(methodFor(null)).toBe('random');
});
