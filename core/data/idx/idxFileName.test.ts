import { expect, it } from 'vitest';
import { idxFileName } from './idxFileName.ts';

it.each([
  ['train-images-idx3-ubyte', { prefix: 'train-', content: 'images', isTestPart: false }],
  ['train-labels.idx1-ubyte.gz', { prefix: 'train-', content: 'labels', isTestPart: false }],
  ['t10k-images-idx3-ubyte.gz', { prefix: 't10k-', content: 'images', isTestPart: true }],
  [
    'emnist-letters-test-labels-idx1-ubyte',
    { prefix: 'emnist-letters-test-', content: 'labels', isTestPart: true },
  ],
  ['latest-images-idx3-ubyte', { prefix: 'latest-', content: 'images', isTestPart: false }],
  ['images.csv', null],
])('%s', (name, expected) => {
  expect(idxFileName(name)).toEqual(expected);
});
