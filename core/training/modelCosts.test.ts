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
const optimizer = { type: 'SGD', options: { learningRate: 0.1 } };

test('shares of the layers add up to the whole, each by its own cost', () => {
  const costs = modelCosts(layers, optimizer, 2);
  const [first, second] = costs?.layers ?? [];
  expect(first?.shares).toMatchObject({ parameters: 0.25, multiplyAdds: 0.25 });
  expect(second?.shares).toMatchObject({ parameters: 0.75, multiplyAdds: 0.75 });
  expect((first?.shares?.memory ?? 0) + (second?.shares?.memory ?? 0)).toBeCloseTo(1, 12);
  // All but the minibatch itself: 2 samples of 4 values.
  expect((first?.memory ?? 0) + (second?.memory ?? 0)).toBe((costs?.memory.total ?? 0) - 32);
});

test('a layer inside another has shares of the whole model, too', () => {
  const [, block] = modelCosts(layers, optimizer, 2)?.layers ?? [];
  expect(block?.layers?.[0]?.shares).toMatchObject({ parameters: 0.75, multiplyAdds: 0.75 });
  expect(block?.layers?.[0]?.memory).toBeGreaterThan(0);
});

test('of nothing there is no share, and of an unknown shape nothing is said', () => {
  const [free] = modelCosts([layer({ type: 'ReLU' })], optimizer, 2)?.layers ?? [];
  expect(free?.shares).toEqual({ parameters: null, multiplyAdds: null, memory: 1 });
  expect(modelCosts([layer({ outputShape: null })], optimizer, 2)).toBeNull();
  expect(modelCosts([], optimizer, 2)).toBeNull();
});
