import { expect, test } from 'vitest';
import { buildModel } from './buildModel.ts';
import { initializeModel } from './initializeModel.ts';

const linear = (outFeatures: number) => ({ type: 'Linear', options: { outFeatures } });
const model = buildModel(
  { layers: [linear(200), { type: 'BatchNorm1d', options: {} }, linear(50)] },
  [400],
);

test('a Linear starts from U(-1/√inFeatures, 1/√inFeatures), weight and bias', () => {
  const { '0.weight': weight, '0.bias': bias } = initializeModel(model, 1);
  const bound = 1 / 20;
  expect(weight).toHaveLength(200 * 400);
  expect(weight.every((value) => value >= -bound && value < bound)).toBe(true);
  expect(bias.every((value) => value >= -bound && value < bound)).toBe(true);

  const mean = weight.reduce((total, value) => total + value, 0) / weight.length;
  const variance = weight.reduce((total, value) => total + value * value, 0) / weight.length;
  // Five standard errors: of the mean σ/√n, of the variance 2σ²/√(5n) for a uniform distribution.
  const uniformVariance = bound ** 2 / 3;
  expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(uniformVariance / weight.length));
  expect(Math.abs(variance - uniformVariance)).toBeLessThan(
    (5 * 2 * uniformVariance) / Math.sqrt(5 * weight.length),
  );
  expect(Math.max(...weight)).toBeGreaterThan(0.999 * bound);
  expect(Math.min(...weight)).toBeLessThan(-0.999 * bound);
});

test('BatchNorm starts as the identity', () => {
  const values = initializeModel(model, 1);
  expect(new Set(values['1.weight'])).toEqual(new Set([1]));
  expect(new Set(values['1.bias'])).toEqual(new Set([0]));
  expect(new Set(values['1.running_mean'])).toEqual(new Set([0]));
  expect(new Set(values['1.running_var'])).toEqual(new Set([1]));
});

test('every tensor of the model gets its values', () => {
  const names = [...model.parameters, ...model.buffers].map(({ name }) => name);
  expect(Object.keys(initializeModel(model, 3)).sort()).toEqual(names.sort());
});

test('the same seed starts the same, another seed another', () => {
  expect(initializeModel(model, 7)).toEqual(initializeModel(model, 7));
  expect(initializeModel(model, 8)['0.weight']).not.toEqual(initializeModel(model, 7)['0.weight']);
});

test('parameters draw apart: a new last layer leaves the ones before as they were', () => {
  const longer = buildModel(
    { layers: [linear(200), { type: 'BatchNorm1d', options: {} }, linear(50), linear(2)] },
    [400],
  );
  expect(initializeModel(longer, 7)).toMatchObject(initializeModel(model, 7));
  const { '0.weight': weight, '0.bias': bias } = initializeModel(model, 7);
  expect(bias).not.toEqual(weight.slice(0, bias.length));
});
