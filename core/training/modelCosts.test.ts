import { expect, test } from 'vitest';
import type { LayerReport } from '../contract/ExperimentReport.ts';
import { modelCosts } from './modelCosts.ts';

const layer = (changes: Partial<LayerReport>): LayerReport => ({
  index: 0,
  type: 'Linear',
  inputShape: [4],
  outputShape: [4],
  parameters: 0,
  bufferValues: 0,
  activationValues: 4,
  multiplyAdds: 0,
  shares: null,
  memory: null,
  ...changes,
});

const inner = layer({ parameters: 30, multiplyAdds: 30 });
const layers = [
  layer({ parameters: 10, multiplyAdds: 10 }),
  layer({ type: 'Residual', parameters: 30, multiplyAdds: 30, layers: [inner] }),
];

test('shares of the layers add up to the whole, each by its own cost', () => {
  const costs = modelCosts(layers, 0, 2);
  const [first, second] = costs?.layers ?? [];
  expect(first?.shares).toMatchObject({ parameters: 0.25, multiplyAdds: 0.25 });
  expect(second?.shares).toMatchObject({ parameters: 0.75, multiplyAdds: 0.75 });
  expect((first?.shares?.memory ?? 0) + (second?.shares?.memory ?? 0)).toBeCloseTo(1, 12);
  // All but the minibatch itself: 2 samples of 4 values.
  expect((first?.memory ?? 0) + (second?.memory ?? 0)).toBe((costs?.memory.total ?? 0) - 32);
});

test('a layer inside another has shares of the whole model, too', () => {
  const [, block] = modelCosts(layers, 0, 2)?.layers ?? [];
  expect(block?.layers?.[0]?.shares).toMatchObject({ parameters: 0.75, multiplyAdds: 0.75 });
  expect(block?.layers?.[0]?.memory).toBeGreaterThan(0);
});

test('of nothing there is no share', () => {
  const [free] = modelCosts([layer({ type: 'ReLU' })], 0, 2)?.layers ?? [];
  expect(free?.shares).toEqual({ parameters: null, multiplyAdds: null, memory: 1 });
  expect(modelCosts([], 0, 2)).toBeNull();
});

test('layers of unknown shape are left out of the sums, which say so', () => {
  const unknown = layer({ outputShape: null, activationValues: 0 });
  expect(modelCosts([unknown], 0, 2)).toBeNull();
  const [known] = layers;
  const costs = modelCosts([known as LayerReport, unknown], 0, 2);
  expect(costs).toMatchObject({
    multiplyAdds: 10,
    partial: { layers: true, memory: true },
    layers: [
      { shares: { parameters: 1, multiplyAdds: 1, memory: 1 } },
      { shares: null, memory: null },
    ],
  });
  expect(costs?.memory).toEqual(modelCosts([known as LayerReport], 0, 2)?.memory);
});

test('without an optimizer its share of the memory is missing, and nothing else', () => {
  const [costs, adam] = [modelCosts(layers, null, 2), modelCosts(layers, 2, 2)];
  expect(costs).toMatchObject({ multiplyAdds: 40, partial: { layers: false, memory: true } });
  expect(costs?.memory.optimizer).toBe(0);
  expect(adam).toMatchObject({ partial: { layers: false, memory: false } });
  expect(adam?.memory.optimizer).toBe(4 * 40 * 2);
});
