/** Bounds are exact, statistics within five standard errors, and only weights are drawn anew. */
import { describe, expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { buildModel } from '../model/buildModel.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { fansOf } from './fansOf.ts';
import { initializationDefinitions } from './registry.ts';

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const IN = 300;
const OUT = 100;
const linear = layer('Linear', { outFeatures: OUT });
const model = buildModel({ layers: [linear, layer('BatchNorm1d')] }, [IN]);
const SIZE = IN * OUT;

const uniforms: [Component, number][] = [
  [layer('Default'), Math.sqrt(1 / IN)],
  [layer('XavierUniform'), Math.sqrt(6 / (IN + OUT))],
  [layer('XavierUniform', { gain: 2 }), 2 * Math.sqrt(6 / (IN + OUT))],
  [layer('KaimingUniform'), Math.sqrt(6 / IN)],
  [layer('KaimingUniform', { mode: 'fanOut' }), Math.sqrt(6 / OUT)],
  [layer('KaimingUniform', { negativeSlope: 0.2 }), Math.sqrt(6 / 1.04 / IN)],
];

const normals: [Component, number][] = [
  [layer('XavierNormal'), Math.sqrt(2 / (IN + OUT))],
  [layer('XavierNormal', { gain: 0.5 }), 0.5 * Math.sqrt(2 / (IN + OUT))],
  [layer('KaimingNormal'), Math.sqrt(2 / IN)],
  [layer('KaimingNormal', { negativeSlope: 1, mode: 'fanOut' }), Math.sqrt(1 / OUT)],
];

const nameOf = ({ type, options }: Component) => `${type} ${JSON.stringify(options)}`;

function moments(values: Float32Array) {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const square = values.reduce((total, value) => total + value * value, 0) / values.length;
  return { mean, square };
}

describe('uniform', () => {
  test.each(uniforms.map(([one, bound]) => [nameOf(one), one, bound] as const))(
    '%s',
    (_, initialization, bound) => {
      const weight = initializeModel(model, 5, initialization)['0.weight'];
      const largest = weight.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(largest).toBeLessThanOrEqual(Math.fround(bound));
      expect(largest).toBeGreaterThan(0.999 * bound);
      const { mean, square } = moments(weight);
      const variance = bound ** 2 / 3;
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / SIZE));
      expect(Math.abs(square - variance)).toBeLessThan((5 * 2 * variance) / Math.sqrt(5 * SIZE));
    },
  );
});

describe('normal', () => {
  test.each(normals.map(([one, deviation]) => [nameOf(one), one, deviation] as const))(
    '%s',
    (_, initialization, deviation) => {
      const { mean, square } = moments(initializeModel(model, 5, initialization)['0.weight']);
      expect(Math.abs(mean)).toBeLessThan((5 * deviation) / Math.sqrt(SIZE));
      expect(Math.abs(square / deviation ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / SIZE));
    },
  );
});

test('KaimingUniform with a = √5 is the default, to the bit', () => {
  const kaiming = layer('KaimingUniform', { negativeSlope: Math.sqrt(5) });
  const [a, b] = [initializeModel(model, 5, kaiming), initializeModel(model, 5)];
  const error = a['0.weight'].map((value, index) => Math.abs(value - b['0.weight'][index]));
  expect(Math.max(...error)).toBeLessThan(1e-8);
});

test('biases and γ and β start as their layer says', () => {
  const { '0.weight': weight, ...others } = initializeModel(model, 5);
  const { '0.weight': drawn, ...same } = initializeModel(model, 5, layer('KaimingNormal'));
  expect(same).toEqual(others);
  expect(drawn).not.toEqual(weight);
});

test('fans count as in PyTorch, the kernel of a convolution with them', () => {
  expect(fansOf([100, 300])).toEqual({ in: 300, out: 100 });
  expect(fansOf([16, 8, 3, 3])).toEqual({ in: 72, out: 144 });
});

test('every initialisation stands in a table above', () => {
  const tested = new Set([...uniforms, ...normals].map(([{ type }]) => type));
  expect([...tested].sort()).toEqual(
    initializationDefinitions.map(({ descriptor }) => descriptor.type).sort(),
  );
});

test.each([
  [layer('He'), 'initialization', 'There is no initialization "He".'],
  [
    layer('XavierNormal', { gain: 0 }),
    'initialization.options.gain',
    'XavierNormal gain must be in (0, ∞). Received 0.',
  ],
])('refused: %j', (initialization, where, message) => {
  expect(() => initializeModel(model, 0, initialization)).toThrow(StudioError);
  expect(() => initializeModel(model, 0, initialization)).toThrow(
    expect.objectContaining({ where, message }),
  );
});
