import { expect, test } from 'vitest';
import { UsualSettings } from '../contract/UsualSettings.ts';
import { usualBatchSize, usualSettings } from './usualSettings.ts';

test.each([
  [null, 256],
  [0, 1],
  [1, 1],
  [5, 2],
  [90, 8],
  [1078, 64],
  [2560, 256],
  [50_000, 256],
])('a training split of %s samples is begun with minibatches of %i', (samples, size) => {
  expect(usualBatchSize(samples)).toBe(size);
});

test('the loss follows the target', () => {
  const classes = usualSettings({ kind: 'class' }, 90);
  const numbers = usualSettings({ kind: 'number' }, 90);
  expect([classes.loss.type, numbers.loss.type]).toEqual(['CrossEntropyLoss', 'MSELoss']);
  expect(UsualSettings.parse(classes)).toEqual(classes);
});
