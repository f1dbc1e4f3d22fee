/** Twenty steps of whole training programs, the state on the device from the first to the last. */
import { afterAll, describe, expect, it } from 'vitest';
import {
  expectSameTraining,
  regularized,
  trainingRuns,
  trainSteps,
} from '../testing/trainingRuns.ts';
import { gpuExecutor } from './GpuExecutor.ts';
import { openGpu } from './testing/openGpu.ts';

const TOLERANCE = 1e-4;

const { gpu, detail } = await openGpu();

describe.skipIf(!gpu)(`on ${detail}`, () => {
  const executor = gpuExecutor(gpu!, { detail });
  afterAll(() => gpu?.destroy());

  it.each(trainingRuns)('%s: as the reference executor', (_, layers, optimizer) =>
    expectSameTraining(executor, layers, optimizer, { tolerance: TOLERANCE }),
  );

  it('mixed samples: as the reference executor', () => {
    const sgd = { type: 'SGD', options: { learningRate: 0.1 } };
    const options = { tolerance: TOLERANCE, isMixed: true };
    return expectSameTraining(executor, regularized, sgd, options);
  });

  it('twice the same, to the bit', async () => {
    const [[, layers, optimizer]] = trainingRuns.slice(-1);
    expect(await trainSteps(executor, layers, optimizer)).toEqual(
      await trainSteps(executor, layers, optimizer),
    );
  });
});
