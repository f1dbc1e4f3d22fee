import { expect, test } from 'vitest';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { irisSpec } from '../testing/testStudio.ts';
import { type TrainJobOptions, trainingDevice, trainJobOf } from './trainJobOf.ts';

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
  expect(trainJobOf(run, { executor: 'onnx' }, options)).toMatchObject({
    from: null,
    learningRateChanges,
  });
});

const onCpu = { name: 'onnx' };
const byDawn = { name: 'gpujs', backend: 'dawn' };
const stays = { executor: 'gpujs', backend: 'dawn' };

test.each([
  ['auto', null, { executor: 'fastest' }],
  ['auto', onCpu, { executor: 'onnx' }],
  ['auto', byDawn, stays],
  ['gpu', null, { executor: 'gpujs' }],
  ['gpu', byDawn, stays],
  // Of an older record.
  ['gpu', { name: 'gpujs' }, { executor: 'gpujs' }],
  // The GPU failed it, and is wanted all the same.
  ['gpu', onCpu, { executor: 'gpujs' }],
  ['cpu', byDawn, { executor: 'onnx' }],
] as const)('a run for %s that %j trained goes on at %j', (device, executor, expected) => {
  const run = { spec: irisSpec(1, { device }), executor } as unknown as RunRecord;
  expect(trainingDevice(run, true)).toEqual(expected);
});
