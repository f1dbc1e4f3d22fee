import { describe, expect, test } from 'vitest';
import type { Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { type LearningRateScheduleOptions, learningRateSchedule } from './learningRateSchedule.ts';

const component = (type: string, options: Options = {}) => ({ type, options });

/** Four epochs of five iterations. */
const run: LearningRateScheduleOptions = {
  learningRate: 1,
  schedule: component('Constant'),
  iterationsPerEpoch: 5,
  epochs: 4,
};

function rates(changes: Partial<LearningRateScheduleOptions>, losses: number[] = []): number[] {
  const at = learningRateSchedule({ ...run, ...changes }).during(losses);
  return Array.from({ length: 20 }, (_, index) => at(index + 1));
}

test('a schedule by epochs changes between epochs alone', () => {
  const values = rates({ schedule: component('ExponentialLR', { gamma: 0.5 }) });
  expect(values).toEqual([1, 0.5, 0.25, 0.125].flatMap((rate) => Array(5).fill(rate)));
});

test('CosineAnnealingLR takes the whole run for its half period', () => {
  const values = rates({ schedule: component('CosineAnnealingLR') });
  expect(values[10]).toBeCloseTo(0.5, 14);
  const behind = component('LinearLR', { length: 2 });
  const warmed = rates({ schedule: component('CosineAnnealingLR'), warmup: behind });
  expect(warmed[10]).toBe(1);
  expect(warmed[15]).toBeCloseTo(0.5, 14);
});

test('OneCycleLR peaks at the learning rate and ends far below', () => {
  const values = rates({ schedule: component('OneCycleLR') });
  expect(Math.max(...values)).toBeCloseTo(1, 14);
  expect(values.indexOf(Math.max(...values))).toBe(5);
  expect(values[0]).toBeCloseTo(1 / 25, 14);
  expect(values[19]).toBeCloseTo(1 / 250_000, 14);
});

test('a warm-up by iterations rises within an epoch, and the schedule counts from its end', () => {
  const values = rates({
    schedule: component('StepLR', { stepSize: 1, gamma: 0.5 }),
    warmup: component('LinearLR', { startFactor: 0.25, length: 3, unit: 'iterations' }),
  });
  expect(values.slice(0, 4)).toEqual([0.25, 0.5, 0.75, 1]);
  expect(values.slice(7, 9)).toEqual([1, 0.5]);
});

test('a warm-up rises to the first value of the schedule, whatever that is', () => {
  const warmup = component('LinearLR', { startFactor: 0.5, length: 2, unit: 'iterations' });
  const values = rates({ schedule: component('OneCycleLR', { divFactor: 4 }), warmup });
  expect(values.slice(0, 3)).toEqual([0.125, 0.1875, 0.25]);
});

test('ReduceLROnPlateau reads the losses behind the warm-up alone', () => {
  const schedule = component('ReduceLROnPlateau', { patience: 0, factor: 0.5 });
  expect(rates({ schedule }, [1, 2, 2])[15]).toBe(0.25);
  const warmup = component('LinearLR', { length: 1 });
  expect(rates({ schedule, warmup }, [1, 2, 2])[15]).toBe(0.5);
  expect(rates({ schedule }, [1, Number.NaN])[10]).toBe(0.5);
});

describe('refused', () => {
  const warmup = (options: Options) => ({ warmup: component('LinearLR', options) });
  const refused: [string, Partial<LearningRateScheduleOptions>, string, string][] = [
    [
      'an unknown schedule',
      { schedule: component('Cosine') },
      'schedule',
      'There is no schedule "Cosine".',
    ],
    [
      'an unknown warm-up',
      { warmup: component('StepLR') },
      'warmup',
      'There is no warm-up "StepLR".',
    ],
    [
      'milestones out of order',
      { schedule: component('MultiStepLR', { milestones: [5, 5] }) },
      'schedule.options',
      'MultiStepLR milestones must rise. Received [5, 5].',
    ],
    [
      'a warm-up as long as the run, in epochs',
      warmup({ length: 4 }),
      'warmup.options.length',
      'LinearLR length must be below the 4 epochs of the run. Received 4.',
    ],
    [
      'a warm-up as long as the run, in iterations',
      warmup({ length: 30, unit: 'iterations' }),
      'warmup.options.length',
      'LinearLR length must be below the 20 iterations of the run. Received 30.',
    ],
  ];

  test.each(refused)('%s', (_, changes, where, message) => {
    try {
      learningRateSchedule({ ...run, ...changes });
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
      expect(error.toData()).toMatchObject({ code: 'invalid-experiment', where, message });
      return;
    }
    throw new Error('Nothing was refused.');
  });
});
