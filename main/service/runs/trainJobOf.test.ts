import { expect, test } from 'vitest';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { irisSpec } from '../testing/testStudio.ts';
import { type TrainJobOptions, trainJobOf } from './trainJobOf.ts';

test('a run that has nothing to go on from keeps its changes of the learning rate', () => {
  const learningRateChanges = [{ iteration: 1, learningRate: 0.01 }];
  const run = {
    ...{ id: 'iris-1', spec: irisSpec(3), last: null, position: null, learningRateChanges },
  } as unknown as RunRecord;
  const options: TrainJobOptions = {
    store: {} as TrainJobOptions['store'],
    locateDataset: () => ({ path: 'iris.dataset' }) as never,
    locateInitialModel: () => null,
  };
  expect(trainJobOf(run, 'onnx', options)).toMatchObject({ from: null, learningRateChanges });
});
