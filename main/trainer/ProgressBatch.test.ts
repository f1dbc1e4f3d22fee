import { expect, test } from 'vitest';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import type { TrainingEvent } from '../../core/training/TrainingEvent.ts';
import { createProgressBatch } from './ProgressBatch.ts';

type EpochEvent = Extract<TrainingEvent, { type: 'epoch' }>;

const progress = {
  epoch: 1,
  epochs: 9,
  iteration: 1,
  iterations: 9,
  samplesPerSecond: 1,
  secondsLeft: null,
};

function epochEvent(epoch: number, isBest: boolean): EpochEvent {
  const measured = { loss: 1, accuracy: null };
  return {
    type: 'epoch',
    metrics: {
      epoch,
      iteration: epoch,
      learningRate: 0.1,
      train: measured,
      validation: measured,
      penalty: null,
      gradientNorm: null,
      seconds: 1,
    },
    checkpoint: { '0.weight': { shape: [1], data: new Float32Array([epoch]) } },
    isBest,
    findings: [],
    progress,
  };
}

const weightsOf = (data: Uint8Array | undefined) =>
  data && decodeSafetensors(data)['0.weight']?.data[0];

test('messages are at least 50 ms apart, except the last', () => {
  const batch = createProgressBatch();
  batch.add(epochEvent(1, true));
  expect(batch.take(1000, false)?.epochs).toHaveLength(1);
  batch.add(epochEvent(2, true));
  expect(batch.take(1049, false)).toBeNull();
  expect(batch.take(1050, false)?.epochs).toHaveLength(1);
  batch.add(epochEvent(3, true));
  expect(batch.take(1051, true)?.epochs).toHaveLength(1);
  expect(batch.take(2000, true)).toBeNull();
});

test('of many epochs the weights of the last and the best are sent, of one only once', () => {
  const batch = createProgressBatch();
  for (const epoch of [1, 2, 3, 4]) batch.add(epochEvent(epoch, epoch <= 2));
  const message = batch.take(0, false);
  expect(message?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
  expect(message?.bestEpoch).toBe(2);
  expect(message?.checkpoints.map(({ epoch, data }) => [epoch, weightsOf(data)])).toEqual([
    [4, 4],
    [2, 2],
  ]);
  batch.add(epochEvent(5, true));
  expect(batch.take(100, false)?.checkpoints.map(({ epoch }) => epoch)).toEqual([5]);
  batch.add(epochEvent(6, false));
  expect(batch.take(200, false)).toMatchObject({ bestEpoch: 5, checkpoints: [{ epoch: 6 }] });
});

test('iterations travel as columns, in order', () => {
  const batch = createProgressBatch();
  for (const iteration of [1, 2]) {
    const point = {
      iteration,
      epoch: 1,
      loss: iteration / 2,
      gradientNorm: null,
      learningRate: 0.1,
    };
    batch.add({ type: 'iterations', points: [point], progress });
  }
  expect(batch.take(0, false)?.iterations).toEqual({
    iteration: new Float64Array([1, 2]),
    epoch: new Float64Array([1, 1]),
    loss: new Float64Array([0.5, 1]),
    learningRate: new Float64Array([0.1, 0.1]),
    gradientNorm: null,
  });
});
