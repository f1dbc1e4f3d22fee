import { expect, test } from 'vitest';
import { firstFault } from './firstFault.ts';
import type { InspectedLayer, Inspection } from './Inspector.ts';
import { largestGrowth } from './largestGrowth.ts';

const layer = (path: number[], type: string, output: number[], gradient = [0]): InspectedLayer => ({
  path,
  layer: {
    type,
    options: {},
    inputShape: [1],
    outputShape: [1],
    parameterCount: 1,
    bufferCount: 0,
    valueCount: 0,
    multiplyAdds: 0,
  },
  output: Float64Array.from(output),
  gradient: Float64Array.from(gradient),
});

const sound: Inspection = {
  input: Float64Array.of(1),
  loss: 1,
  layers: [layer([0], 'Linear', [1]), layer([1, 0], 'ReLU', [2]), layer([1], 'Residual', [3])],
  gradients: { '0.weight': Float64Array.of(1) },
  before: { '0.weight': Float64Array.of(1) },
  after: { '0.weight': Float64Array.of(1), 'optimizer.velocity.0.weight': Float64Array.of(1) },
};

test('finds nothing where all is finite', () => {
  expect(firstFault(sound)).toBeNull();
});

test('a logarithm of zero is named at its layer, though everything behind it breaks too', () => {
  const layers = [
    sound.layers[0],
    layer([1, 0], 'ReLU', [0, Math.log(0)]),
    layer([1], 'Residual', [Number.NaN]),
  ];
  expect(firstFault({ ...sound, layers, loss: Number.NaN })).toEqual({
    kind: 'output',
    value: Number.NEGATIVE_INFINITY,
    layer: { path: [1, 0], type: 'ReLU' },
    tensor: null,
  });
});

test('gradients are searched from the loss backwards', () => {
  const broken = [Number.NaN];
  const layers = [
    layer([0], 'Linear', [1], broken),
    layer([1, 0], 'ReLU', [2], broken),
    sound.layers[2],
  ];
  const gradients = { '0.weight': Float64Array.of(Number.NaN) };
  expect(firstFault({ ...sound, layers, gradients })).toMatchObject({
    kind: 'outputGradient',
    layer: { path: [1, 0] },
  });
  const first = firstFault({ ...sound, gradients });
  expect(first).toMatchObject({ kind: 'gradient', tensor: '0.weight', layer: { path: [0] } });
});

test('the memory of the optimizer comes before the parameter that it moves', () => {
  const broken = Float64Array.of(Number.POSITIVE_INFINITY);
  const after = { '0.weight': broken, 'optimizer.velocity.0.weight': broken };
  expect(firstFault({ ...sound, after })).toMatchObject({
    kind: 'optimizer',
    tensor: 'optimizer.velocity.0.weight',
    layer: { path: [0], type: 'Linear' },
  });
  expect(firstFault({ ...sound, after: { ...sound.after, '0.weight': broken } })).toMatchObject({
    kind: 'parameter',
  });
  expect(firstFault({ ...sound, after: { '0.running_var': broken } })).toMatchObject({
    kind: 'buffer',
  });
});

test('growth is the largest ratio, and none below ten counts', () => {
  expect(largestGrowth(sound, sound)).toBeNull();
  const layers = [layer([0], 'Linear', [50]), layer([1, 0], 'ReLU', [2000]), sound.layers[2]];
  expect(largestGrowth(sound, { ...sound, layers })).toEqual({
    what: 'output',
    layer: { path: [1, 0], type: 'ReLU' },
    tensor: null,
    from: 2,
    to: 2000,
  });
});
