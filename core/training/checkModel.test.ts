import { expect, test } from 'vitest';
import { checkExperiment } from './checkExperiment.ts';
import { digitsInfo } from './testing/digitsInfo.ts';
import { plainExperiment } from './testing/plainExperiment.ts';

test('the shapes in a refused block are known as far as the fault in it', () => {
  const linear = (outFeatures: number) => ({ type: 'Linear', options: { outFeatures } });
  const inner = [linear(9), { type: 'Residual', layers: [linear(9), linear(7)] }, linear(8)];
  const layers = [{ type: 'Flatten' }, { type: 'Residual', layers: inner }, linear(5)];
  const report = checkExperiment(plainExperiment(layers), digitsInfo(8, 5));
  const parameters = 65 * 9 + 10 * 9 + 10 * 7;
  expect(report.layers[1]).toMatchObject({
    outputShape: null,
    parameters,
    layers: [
      { inputShape: [64], outputShape: [9] },
      { outputShape: null, layers: [{ outputShape: [9] }, { outputShape: [7] }] },
      { inputShape: null, outputShape: null },
    ],
  });
  expect(report.parameters).toBe(parameters);
});
