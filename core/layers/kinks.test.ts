/** Where a derivative jumps, PyTorch chose a side: the very value at the kink, and close to it. */
import { expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { evaluate } from '../executors/testing/evaluate.ts';
import { gradients } from '../graph/gradients.ts';
import { input, sum } from '../graph/ops.ts';
import { applyModel } from '../model/applyModel.ts';
import { buildLayer } from '../model/buildModel.ts';

const NEAR = 1e-30;

test.each<[Component, number[], number[]]>([
  [{ type: 'ReLU', options: {} }, [0, 0, NEAR], [0, 0, 1]],
  [{ type: 'LeakyReLU', options: { negativeSlope: 0.5 } }, [-NEAR / 2, 0, NEAR], [0.5, 0.5, 1]],
])('%j just below, at and just above 0', async (spec, outputs, slopes) => {
  const { layer, parameters, buffers } = buildLayer(spec, [3], [0]);
  const { inputShape, outputShape } = layer;
  const x = input('x', [1, 3]);
  const model = { inputShape, outputShape, layers: [layer], parameters, buffers };
  const { output } = applyModel(model, x, 'training');
  const [gradient] = gradients(sum(output), [x]);
  const results = await evaluate({ output, gradient }, { x: Float64Array.of(-NEAR, 0, NEAR) });
  expect([...results.output]).toEqual(outputs);
  expect([...results.gradient]).toEqual(slopes);
});
