/** Twenty steps of whole training programs, the state on the device from the first to the last. */
import { afterAll, describe, expect, it } from 'vitest';
import { expectSameNetwork, layerNetworks } from '../../../core/executors/testing/layerNetworks.ts';
import {
  expectSameTraining,
  regularized,
  trainingRuns,
  trainSteps,
} from '../../../core/executors/testing/trainingRuns.ts';
import { testGpu } from './testing/testGpu.ts';

const TOLERANCE = 1e-4;

const { gpu, detail, executor } = testGpu;

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());

  it.each(trainingRuns)('%s: as the reference executor', (_, layers, optimizer) =>
    expectSameTraining(executor!, layers, optimizer, { tolerance: TOLERANCE }),
  );

  it.each(layerNetworks)('%s: as the reference executor', (_, layers, sample) =>
    expectSameNetwork(executor!, layers, sample),
  );

  it('mixed samples: as the reference executor', () => {
    const sgd = { type: 'SGD', options: { learningRate: 0.1 } };
    const options = { tolerance: TOLERANCE, isMixed: true };
    return expectSameTraining(executor!, regularized, sgd, options);
  });

  it('twice the same, to the bit', async () => {
    const [, layers, optimizer] = trainingRuns.at(-1)!;
    expect(await trainSteps(executor!, layers, optimizer)).toEqual(
      await trainSteps(executor!, layers, optimizer),
    );
  });
});
