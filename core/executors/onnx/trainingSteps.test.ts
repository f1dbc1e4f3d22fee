/** Twenty steps of whole training programs: what the parts and their fusions make together. */
import * as ort from 'onnxruntime-node';
import { expect, it } from 'vitest';
import {
  expectSameTraining,
  regularized,
  trainingRuns,
  trainSteps,
} from '../testing/trainingRuns.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

const TOLERANCE = 2e-5;

it.each(trainingRuns)('%s: as the reference executor', (_, layers, optimizer) =>
  expectSameTraining(onnxExecutor(ort), layers, optimizer, { tolerance: TOLERANCE }),
);

it('mixed samples: as the reference executor', () => {
  const sgd = { type: 'SGD', options: { learningRate: 0.1 } };
  const options = { tolerance: TOLERANCE, isMixed: true };
  return expectSameTraining(onnxExecutor(ort), regularized, sgd, options);
});

it('twice the same, to the bit, on one thread and on two', async () => {
  const [, layers, optimizer] = trainingRuns.at(-1)!;
  for (const threads of [1, 2]) {
    const executor = onnxExecutor(ort, { threads });
    expect(await trainSteps(executor, layers, optimizer)).toEqual(
      await trainSteps(executor, layers, optimizer),
    );
  }
});
