import { expect, test } from 'vitest';
import { i18n } from '../i18n/i18n.ts';

test.each([
  ['train.perEpoch', 'iteration per epoch', 'iterations per epoch'],
  ['train.samplesUnit', 'sample', 'samples'],
  ['train.epochsUnit', 'epoch', 'epochs'],
  ['train.iterationsUnit', 'iteration', 'iterations'],
] as const)('%s is counted: %s, %s', async (key, one, many) => {
  await i18n.changeLanguage('en');
  expect(i18n.t(key, { count: 1 })).toBe(one);
  expect(i18n.t(key, { count: 0 })).toBe(many);
  expect(i18n.t(key, { count: 64 })).toBe(many);
});

test('one sample is left out, and several are', async () => {
  await i18n.changeLanguage('en');
  expect(i18n.t('train.remainder', { count: 1, shown: '1' })).toBe(
    '1 sample is left out of each epoch, another each time.',
  );
  expect(i18n.t('train.remainder', { count: 7, shown: '7' })).toBe(
    '7 samples are left out of each epoch, others each time.',
  );
});
