import { expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { lcg } from '../golden/testing/lcg.ts';
import { buildModel } from '../model/buildModel.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { inferenceProgram, predictionProgram } from './inferenceProgram.ts';

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const model = buildModel(
  {
    layers: [
      layer('Linear', { outFeatures: 6 }),
      layer('BatchNorm1d'),
      layer('Dropout', { p: 0.9 }),
      layer('Linear', { outFeatures: 3 }),
    ],
  },
  [4],
);
const state = initializeModel(model, 3);
const executor = referenceExecutor();

test('it asks for the model, the input and the target alone: no noise, no minibatch statistics', () => {
  const { inputs, outputs } = inferenceProgram({
    model,
    loss: layer('CrossEntropyLoss'),
    batchSize: 2,
    target: 'class',
  });
  const names = inputs.map(({ name }) => name);
  expect(names.sort()).toEqual([...Object.keys(state), 'input', 'target'].sort());
  expect([...outputs.keys()]).toEqual(['output', 'loss']);
});

test('a sample is answered alike whatever stands beside it in the minibatch', async () => {
  const input = lcg(9, [5, 4]);
  const many = await executor.compile(predictionProgram({ model, batchSize: 5 }));
  const one = await executor.compile(predictionProgram({ model, batchSize: 1 }));
  const { output: together } = await many.run({ ...state, input });
  for (let row = 0; row < 5; row++) {
    const sample = input.subarray(4 * row, 4 * row + 4);
    const { output: alone } = await one.run({ ...state, input: sample });
    expect(Array.from(alone)).toEqual(Array.from(together.subarray(3 * row, 3 * row + 3)));
  }
});

test('K equally likely classes lose ln K each', async () => {
  const zeroed = { ...state, '3.weight': new Float32Array(18), '3.bias': new Float32Array(3) };
  const executable = await executor.compile(
    inferenceProgram({ model, loss: layer('CrossEntropyLoss'), batchSize: 2, target: 'class' }),
  );
  const { loss } = await executable.run({
    ...zeroed,
    input: lcg(9, [2, 4]),
    target: Int32Array.of(0, 2),
  });
  expect(loss[0]).toBeCloseTo(Math.log(3), 6);
  expect(loss[1]).toBeCloseTo(Math.log(3), 6);
});
