import { expect, test } from 'vitest';
import { createProgressMeter } from './ProgressMeter.ts';

function meterAt(times: { now: number }) {
  return createProgressMeter({ now: () => times.now, epochs: 4, iterationsPerEpoch: 25 });
}

test('nothing is known before the first chunk, nor from half a second', () => {
  const time = { now: 5000 };
  const meter = meterAt(time);
  expect(meter.progress(0)).toEqual({
    epoch: 0,
    epochs: 4,
    iteration: 0,
    iterations: 100,
    samplesPerSecond: 0,
    secondsLeft: null,
  });
  meter.add(320, 10, 400);
  time.now = 5499;
  expect(meter.progress(1)).toMatchObject({ iteration: 10, secondsLeft: null });
});

test('speed counts training alone, time left all that one waits for', () => {
  const time = { now: 5000 };
  const meter = meterAt(time);
  meter.add(320, 10, 400);
  meter.add(480, 15, 600);
  // One second of training and another of evaluating and storing: a quarter took two seconds.
  time.now = 7000;
  expect(meter.progress(1)).toMatchObject({
    epoch: 1,
    iteration: 25,
    samplesPerSecond: 800,
    secondsLeft: 6,
  });
  expect(meter.samplesPerSecond()).toBe(800);
});

test('no time is left when all is done, however fast it was', () => {
  const time = { now: 0 };
  const meter = meterAt(time);
  meter.add(3200, 100, 10);
  time.now = 10;
  expect(meter.progress(4)).toMatchObject({ iteration: 100, secondsLeft: 0 });
});
