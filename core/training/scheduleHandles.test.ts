import { expect, test } from 'vitest';
import { applySpecEdits } from '../contract/applySpecEdits.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { LearningRateHandle } from '../contract/SchedulePreview.ts';
import { previewSchedule } from './previewSchedule.ts';
import { plainExperiment } from './testing/plainExperiment.ts';

const three = [{ type: 'Linear', options: { outFeatures: 3 } }];
const spec = (changes: object) =>
  plainExperiment(three, {
    optimizer: { type: 'SGD', options: { learningRate: 0.4 } },
    training: { batchSize: 16, epochs: 40 },
    ...changes,
  });

const ITERATIONS = 10;

const handlesOf = (one: ExperimentSpec) => previewSchedule(one, ITERATIONS).handles;
const nameOf = ({ at, list }: LearningRateHandle) => `${at[0]} ${at[2]}${list ? list.index : ''}`;

/** As the window does it. */
function moved(one: ExperimentSpec, handle: LearningRateHandle, by: number) {
  const position = handle.axis === 'rate' ? handle.learningRate : handle.iteration;
  const value = ((position + by - handle.origin) * handle.scale) ** handle.power;
  const list = handle.list?.values.map((old, at) => (at === handle.list?.index ? value : old));
  return applySpecEdits(one, [{ edit: 'set', at: handle.at, value: list ?? value }]);
}

const schedules = [
  [
    { type: 'StepLR', options: { stepSize: 8, gamma: 0.5 } },
    ['schedule stepSize', 'schedule gamma'],
  ],
  [
    { type: 'MultiStepLR', options: { milestones: [8, 20] } },
    ['schedule milestones0', 'schedule milestones1', 'schedule gamma'],
  ],
  [
    { type: 'CosineAnnealingLR', options: { tMax: 20, etaMin: 0.1 } },
    ['schedule tMax', 'schedule etaMin'],
  ],
  [{ type: 'CosineAnnealingLR', options: { tMax: 60 } }, ['schedule tMax', 'schedule etaMin']],
  [
    { type: 'OneCycleLR', options: { divFactor: 4, finalDivFactor: 10 } },
    ['schedule pctStart', 'schedule divFactor', 'schedule finalDivFactor'],
  ],
  [{ type: 'ExponentialLR', options: { gamma: 0.9 } }, ['schedule gamma']],
  [{ type: 'Constant', options: {} }, []],
  [{ type: 'ReduceLROnPlateau', options: {} }, []],
] as const;

test.each(schedules)('%j', (schedule, names) => {
  const before = spec({ schedule });
  const handles = handlesOf(before);
  expect(handles.map(nameOf)).toEqual(['optimizer learningRate', ...names]);
  for (const handle of handles) {
    const given = before[handle.at[0] as 'schedule'].options[handle.at[2] ?? ''];
    const number = handle.list ? handle.list.values[handle.list.index] : given;
    if (typeof number === 'number') expect(handle.value).toBeCloseTo(number, 9);
  }
});

test.each(schedules)('%j: what is dragged is where it was dragged to', (schedule) => {
  const before = spec({ schedule });
  for (const handle of handlesOf(before)) {
    const by = handle.axis === 'rate' ? handle.learningRate * 0.25 : 2 * ITERATIONS;
    const after = handlesOf(moved(before, handle, by)).find(
      (one) => nameOf(one) === nameOf(handle),
    );
    const position = handle.axis === 'rate' ? 'learningRate' : 'iteration';
    expect(Math.abs((after?.[position] ?? 0) - handle[position] - by)).toBeLessThan(
      handle.axis === 'rate' ? 1e-9 : 1.01,
    );
  }
});

test('a warm-up is held by its length and its start', () => {
  const before = spec({ warmup: { type: 'LinearLR', options: { length: 6 } } });
  const handles = handlesOf(before);
  expect(handles.map(nameOf)).toEqual([
    'optimizer learningRate',
    'warmup length',
    'warmup startFactor',
  ]);
  expect(handles[1]).toMatchObject({ value: 6, iteration: 31, isWhole: true, axis: 'iteration' });
  expect(handles[2]?.value).toBeCloseTo(0.1);
  expect(handlesOf(moved(before, handles[1]!, 20))[1]).toMatchObject({ value: 10 });
});
