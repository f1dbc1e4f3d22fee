import { expect, test } from 'vitest';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { Shape } from '../graph/Tensor.ts';
import { buildModel, countValues } from '../model/buildModel.ts';
import { lectureNetwork } from './lectureNetwork.ts';
import { lenet5 } from './lenet5.ts';
import type { ModelTemplate } from './ModelTemplate.ts';
import { refitLayers } from './refitLayers.ts';
import { refitWords } from './refitWords.ts';
import { modelTemplates } from './registry.ts';
import { smallVgg } from './smallVgg.ts';

const built = ({ layers }: ModelTemplate, inputShape: Shape, outputs = 10) => {
  const spec = { layers: [...layers({ inputShape, outputs, numEmbeddings: 50 })] };
  return buildModel(spec, inputShape);
};

const images = [
  [1, 8, 8],
  [1, 28, 28],
  [3, 32, 32],
  [3, 5, 7],
  [1, 64, 20],
] as const;

test.each(
  modelTemplates
    .filter(({ kind }) => kind !== 'text')
    .flatMap((template) => images.map((shape) => [template.id, shape, template] as const)),
)('%s fits images of %j', (_id, shape, template) => {
  expect(built(template, shape).outputShape).toEqual([10]);
  expect(built(template, shape, 1).outputShape).toEqual([1]);
});

test.each(
  modelTemplates.filter(({ kind }) => kind !== 'image').map((one) => [one.id, one] as const),
)('%s fits flat samples', (_id, template) => {
  expect(built(template, [64], 3).outputShape).toEqual([3]);
});

test('LeNet-5 has the parameters of the paper’s network with plain pooling', () => {
  expect(countValues(built(lenet5, [1, 32, 32]).parameters)).toBe(61_706);
});

test('the lecture’s network has the counts that the lecture’s text gives', () => {
  const { parameters, buffers } = built(lectureNetwork, [300]);
  expect([countValues(parameters), countValues(buffers)]).toEqual([86_560, 700]);
});

test('a VGG halves an image only while there is enough of it', () => {
  const stages = (shape: Shape) =>
    smallVgg
      .layers({ inputShape: shape, outputs: 2, numEmbeddings: null })
      .filter(({ type }) => type === 'MaxPool2d').length;
  expect([stages([1, 5, 7]), stages([1, 8, 8]), stages([1, 28, 28])]).toEqual([1, 2, 3]);
});

test('saved layers lose the sizes that are wrong here, and keep the rest and what was chosen', () => {
  const facts = { inputShape: [1, 9, 9], outputs: 4, numEmbeddings: null };
  const layers: LayerSpec[] = [
    { type: 'Conv2d', options: { inChannels: 3, outChannels: 8, kernelSize: 3 }, group: 'eyes' },
    {
      type: 'Residual',
      options: {},
      layers: [{ type: 'BatchNorm2d', options: { numFeatures: 8, eps: 0.1 } }],
    },
    { type: 'MaxPool2d', options: { kernelSize: 2, stride: 1 } },
    { type: 'Flatten', options: {} },
    { type: 'Linear', options: { inFeatures: 200, outFeatures: 10 } },
  ];
  expect(refitLayers(layers, facts)).toEqual([
    { type: 'Conv2d', options: { outChannels: 8, kernelSize: 3 }, group: 'eyes' },
    ...layers.slice(1, 4),
    { type: 'Linear', options: { outFeatures: 4 } },
  ]);
  expect(layers[4]?.options.outFeatures).toBe(10);
});

test('a normalization of the last axis stays one, and no other size behind it is lost', () => {
  const layers: LayerSpec[] = [
    { type: 'Embedding', options: { numEmbeddings: 50, embeddingDim: 16 } },
    { type: 'LayerNorm', options: { normalizedShape: [16] } },
    { type: 'Flatten', options: {} },
    { type: 'Linear', options: { inFeatures: 128, outFeatures: 3 } },
    { type: 'BatchNorm1d', options: { numFeatures: 3 } },
  ];
  const texts = { inputShape: [12], outputs: 3, numEmbeddings: 70 };
  expect(refitLayers(layers, texts).map(({ options }) => options)).toEqual([
    { numEmbeddings: 70, embeddingDim: 16 },
    { normalizedShape: [16] },
    {},
    { outFeatures: 3 },
    { numFeatures: 3 },
  ]);
});

test('no size is known to be right behind a layer that refuses its samples', () => {
  const layers: LayerSpec[] = [
    { type: 'MaxPool2d', options: { kernelSize: 2 } },
    { type: 'Linear', options: { inFeatures: 4, outFeatures: 3 } },
  ];
  const table = { inputShape: [4], outputs: 3, numEmbeddings: null };
  expect(refitLayers(layers, table)[1]?.options).toEqual({ outFeatures: 3 });
});

test('layers that begin flat take images through Flatten, and what was changed has words', () => {
  const layers: LayerSpec[] = [
    { type: 'Dropout', options: {} },
    { type: 'Linear', options: { inFeatures: 4, outFeatures: 16 } },
    { type: 'ReLU', options: {} },
    { type: 'Linear', options: { outFeatures: 3 } },
  ];
  const digits = { inputShape: [1, 8, 8], outputs: 10, numEmbeddings: null };
  const onDigits = refitLayers(layers, digits);
  expect(onDigits.map(({ type, options }) => [type, options])).toEqual([
    ['Flatten', {}],
    ['Dropout', {}],
    ['Linear', { outFeatures: 16 }],
    ['ReLU', {}],
    ['Linear', { outFeatures: 10 }],
  ]);
  expect(refitWords(layers, onDigits).map(({ en }) => en)).toEqual([
    'Insert Flatten',
    'Reset input features',
    'Set output features to 10',
  ]);
  const table = { ...digits, inputShape: [4] };
  expect(refitWords(onDigits, refitLayers(onDigits, table))).toEqual([]);
});
