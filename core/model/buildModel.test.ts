import { expect, test } from 'vitest';
import type { Component, LayerSpec } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { buildModel, countValues } from './buildModel.ts';
import { initializeModel } from './initializeModel.ts';
import { modelSpecOf } from './modelSpecOf.ts';

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });

const lectureNetwork = [200, 100, 50].flatMap((width) => [
  linear(width),
  layer('LeakyReLU'),
  layer('BatchNorm1d'),
]);

test("the lecture's network has 86,560 parameters and 700 running values", () => {
  const model = buildModel({ layers: [...lectureNetwork, linear(10)] }, [300]);
  expect(countValues(model.parameters)).toBe(86_560);
  expect(countValues(model.buffers)).toBe(700);
  expect(model.layers.reduce((total, { parameterCount }) => total + parameterCount, 0)).toBe(
    86_560,
  );
  expect(model.layers.reduce((total, { bufferCount }) => total + bufferCount, 0)).toBe(700);
  expect(model.outputShape).toEqual([10]);
});

test('sizes follow from the layer before, and names from the position', () => {
  const model = buildModel(
    { layers: [layer('Flatten'), linear(4), layer('BatchNorm1d'), layer('Dropout')] },
    [1, 2, 3],
  );
  expect(model.layers.map(({ outputShape }) => outputShape)).toEqual([[6], [4], [4], [4]]);
  expect(model.layers[1].options).toEqual({ inFeatures: 6, outFeatures: 4, bias: true });
  expect(model.layers[3].options).toEqual({ p: 0.5, scaling: 'inverted' });
  expect(model.parameters).toEqual([
    { name: '1.weight', shape: [4, 6], decay: true },
    { name: '1.bias', shape: [4], decay: false },
    { name: '2.weight', shape: [4], decay: false },
    { name: '2.bias', shape: [4], decay: false },
  ]);
  expect(model.buffers).toEqual([
    { name: '2.running_mean', shape: [4] },
    { name: '2.running_var', shape: [4] },
  ]);
});

test('a model built from its own complete options is the same model', () => {
  const model = buildModel({ layers: [...lectureNetwork, linear(10)] }, [300]);
  expect(buildModel(modelSpecOf(model), [300])).toEqual(model);
});

test('tensors inside a block have names as PyTorch gives them, and starts of their own', () => {
  const block = (...layers: LayerSpec[]): LayerSpec => ({ type: 'Residual', options: {}, layers });
  const spec = { layers: [linear(4), block(layer('BatchNorm1d'), block(linear(4))), linear(2)] };
  const model = buildModel(spec, [3]);
  const names = model.parameters.map(({ name }) => name);
  expect(names).toEqual([
    ...['0.weight', '0.bias', '1.0.weight', '1.0.bias', '1.1.0.weight', '1.1.0.bias'],
    ...['2.weight', '2.bias'],
  ]);
  expect(model.buffers.map(({ name }) => name)).toEqual(['1.0.running_mean', '1.0.running_var']);
  expect(model.layers[1]).toMatchObject({ parameterCount: 28, bufferCount: 8 });
  expect(Object.keys(initializeModel(model, 1)).sort()).toEqual(
    [...names, '1.0.running_mean', '1.0.running_var'].sort(),
  );
  expect(buildModel(modelSpecOf(model), [3])).toEqual(model);
});

test('a sample that becomes too large is refused where it does', () => {
  const conv = layer('Conv2d', { outChannels: 1024, kernelSize: 1 });
  const error = refusal(() => buildModel({ layers: [layer('ReLU'), conv] }, [1, 256, 256]));
  expect(error.where).toBe('model.layers[1]');
  expect(error.message).toBe(
    'A sample becomes more than 67,108,864 values on its way through the model.',
  );
});

const refused: { layers: Component[]; sample?: Shape; where: string; message: string }[] = [
  {
    layers: [layer('Linear', { inFeatures: 784, outFeatures: 10 })],
    sample: [1, 28, 28],
    where: 'model.layers[0]',
    message: 'Linear expects 784 features. Received 1×28×28: insert Flatten.',
  },
  {
    layers: [linear(10)],
    sample: [1, 28, 28],
    where: 'model.layers[0]',
    message: 'Linear expects a flat list of features. Received 1×28×28: insert Flatten.',
  },
  {
    layers: [linear(10), layer('ReLU'), layer('Linear', { inFeatures: 12, outFeatures: 2 })],
    where: 'model.layers[2]',
    message: 'Linear expects 12 features. Received 10.',
  },
  {
    layers: [linear(10), layer('BatchNorm1d', { numFeatures: 11 })],
    where: 'model.layers[1]',
    message: 'BatchNorm1d expects 11 features. Received 10.',
  },
  {
    layers: [layer('BatchNorm1d')],
    sample: [1, 28, 28],
    where: 'model.layers[0]',
    message: 'BatchNorm1d expects a list of features. Received 1×28×28: insert Flatten.',
  },
  {
    layers: [linear(10), layer('Linar')],
    where: 'model.layers[1]',
    message: 'There is no layer "Linar".',
  },
  {
    layers: [layer('Linear')],
    where: 'model.layers[0].options.outFeatures',
    message: 'Linear needs outFeatures: an integer in [1, 65536].',
  },
  {
    layers: [linear(0)],
    where: 'model.layers[0].options.outFeatures',
    message: 'Linear outFeatures must be an integer in [1, 65536]. Received 0.',
  },
  {
    layers: [linear(3), layer('Dropout', { p: 1 })],
    where: 'model.layers[1].options.p',
    message: 'Dropout p must be in [0, 1). Received 1.',
  },
  { layers: [layer('ReLU')], where: 'model', message: 'The model has nothing to learn.' },
  {
    layers: [linear(65_536), linear(65_536)],
    where: 'model',
    message: 'The model has 4,295,622,656 parameters; at most 268,435,456 are supported.',
  },
];

test.each(refused)('refused: $message', ({ layers, sample = [8], where, message }) => {
  const error = refusal(() => buildModel({ layers }, sample));
  expect(error.code).toBe('invalid-experiment');
  expect(error.where).toBe(where);
  expect(error.message).toBe(message);
});

test('an unknown layer names the known ones', () => {
  const error = refusal(() => buildModel({ layers: [layer('Linar')] }, [8]));
  expect(error.hint).toMatch(/^Did you mean "Linear"\? Choose one of Linear, Conv2d, /);
});

function refusal(work: () => unknown): StudioError {
  try {
    work();
  } catch (error) {
    if (error instanceof StudioError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
