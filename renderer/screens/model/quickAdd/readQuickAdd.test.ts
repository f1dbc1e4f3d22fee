import { expect, test } from 'vitest';
import { catalog } from '../../../../core/catalog/catalog.ts';
import { readQuickAdd } from './readQuickAdd.ts';

const read = (text: string, last = {}) =>
  readQuickAdd(text, {
    layers: catalog.layers,
    wordsOf: ({ family, summary }) => `${family} ${summary.en}`,
    lastOptions: () => last,
  });

test.each([
  ['conv2d 6 5', 'Conv2d', { outChannels: 6, kernelSize: 5 }],
  ['c6 5', 'Conv2d', { outChannels: 6, kernelSize: 5 }],
  ['c6 3x5 p2 s2', 'Conv2d', { outChannels: 6, kernelSize: [3, 5], padding: 2, stride: 2 }],
  ['c6 5 1 2', 'Conv2d', { outChannels: 6, kernelSize: 5, stride: 1, padding: 2 }],
  ['c6 5 nobias', 'Conv2d', { outChannels: 6, kernelSize: 5, bias: false }],
  ['l120', 'Linear', { outFeatures: 120 }],
  ['lin 10 bias=off', 'Linear', { outFeatures: 10, bias: false }],
  ['t', 'Tanh', {}],
  ['r', 'ReLU', {}],
  ['a', 'AvgPool2d', { kernelSize: 2 }],
  ['mp', 'MaxPool2d', { kernelSize: 2 }],
  ['mp3', 'MaxPool2d', { kernelSize: 3 }],
  ['bn', 'BatchNorm1d', {}],
  ['bn2', 'BatchNorm2d', {}],
  ['lr', 'LeakyReLU', {}],
  ['d.2', 'Dropout', { p: 0.2 }],
  ['d 0.2 classic', 'Dropout', { p: 0.2, scaling: 'classic' }],
  ['f', 'Flatten', {}],
  ['res', 'Residual', {}],
  ['aap1', 'AdaptiveAvgPool2d', { outputSize: 1 }],
  ['block', 'Residual', {}],
  ['batch norm', 'BatchNorm1d', {}],
  ['batch norm 2d', 'BatchNorm2d', {}],
  ['Batch Norm momentum .2', 'BatchNorm1d', { momentum: 0.2 }],
  ['leaky relu .1', 'LeakyReLU', { negativeSlope: 0.1 }],
  ['max pool 3', 'MaxPool2d', { kernelSize: 3 }],
  ['log soft max', 'LogSoftmax', {}],
  ['avg pool padding 1', 'AvgPool2d', { kernelSize: 2, padding: 1 }],
  ['a p 1', 'AvgPool2d', { kernelSize: 2, padding: 1 }],
])('%s', (text, type, options) => {
  const [first] = read(text);
  expect(first?.problem).toBeNull();
  expect(first?.layer).toEqual({ type, options: expect.objectContaining(options) });
  expect(Object.keys(first?.layer.options ?? {}).sort()).toEqual(Object.keys(options).sort());
});

test('what was left out is as in the layer before', () => {
  expect(read('c16', { outChannels: 6, kernelSize: 5, padding: 2 })[0]?.layer.options).toEqual({
    outChannels: 16,
    kernelSize: 5,
  });
});

test('what cannot be is named', () => {
  expect(read('d 5')[0]?.problem).toMatchObject({
    kind: 'range',
    part: '5',
    option: { name: 'p' },
  });
  expect(read('l 1.5')[0]?.problem).toMatchObject({ kind: 'range', part: '1.5' });
  expect(read('l 3 wide')[0]?.problem).toEqual({ kind: 'unknown', part: 'wide' });
  expect(read('t 3')[0]?.problem).toEqual({ kind: 'unknown', part: '3' });
  expect(read('d p')[0]).toMatchObject({ layer: { type: 'Dropout' }, problem: { kind: 'range' } });
  expect(read('l 1x2')[0]?.problem).toMatchObject({ kind: 'range', part: '1x2' });
});

test('words that say what a layer is for are all of them in what is said', () => {
  const [first] = readQuickAdd('배치 정규화', {
    layers: catalog.layers,
    wordsOf: ({ summary }) => summary.ko,
    lastOptions: () => ({}),
  });
  expect(first).toMatchObject({ layer: { type: 'BatchNorm1d', options: {} }, problem: null });
});

test('nothing means nothing', () => {
  expect(read(' ')).toEqual([]);
  expect(read('xyzzy')).toEqual([]);
});
