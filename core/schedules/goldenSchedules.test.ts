/** Every schedule, and every warm-up before one, over 50 steps of PyTorch. */
import { describe, expect, test } from 'vitest';
import { optionsWithoutGolden } from '../golden/testing/optionsWithoutGolden.ts';
import { readGolden, type ScheduleGolden } from '../golden/testing/readGolden.ts';
import { learningRateSchedule } from './learningRateSchedule.ts';
import { scheduleDefinition, scheduleDefinitions, warmupDefinitions } from './registry.ts';

const { torch, cases } = readGolden('schedules');

/** The learning rates of the recorded steps, asked as training asks. */
function learningRates(golden: ScheduleGolden, iterationsPerStep: number): number[] {
  const { schedule, warmup, learningRate, values, validationLosses = [] } = golden;
  const byIteration =
    scheduleDefinition(schedule.type, 'here').steppedBy === 'iteration' ||
    warmup?.options.unit === 'iterations';
  const [iterationsPerEpoch, epochs] = byIteration
    ? [values.length, 1]
    : [iterationsPerStep, values.length];
  const plan = learningRateSchedule({ learningRate, schedule, warmup, iterationsPerEpoch, epochs });
  return values.map((_, step) =>
    plan.during(validationLosses.slice(0, step))(
      byIteration ? step + 1 : step * iterationsPerEpoch + 1,
    ),
  );
}

const nameOf = ({ schedule, warmup }: ScheduleGolden) =>
  `${schedule.type} ${JSON.stringify(schedule.options)}${warmup ? ` behind ${warmup.type}` : ''}`;

describe(`schedules equal PyTorch ${torch}`, () => {
  test.each(cases.map((golden) => [nameOf(golden), golden]))('%s', (_, golden) => {
    for (const iterationsPerStep of [1, 7]) {
      learningRates(golden, iterationsPerStep).forEach((actual, step) => {
        const expected = golden.values[step];
        const error = Math.abs(actual - expected) / golden.learningRate;
        expect(error, `step ${step}: ${actual} for ${expected}`).toBeLessThan(1e-12);
      });
    }
  });
});

test('every schedule and warm-up has a recorded case', () => {
  const recorded = new Set(cases.flatMap(({ schedule, warmup }) => [schedule.type, warmup?.type]));
  recorded.delete(undefined);
  const known = [...scheduleDefinitions, ...warmupDefinitions].map((one) => one.descriptor.type);
  expect([...recorded].sort()).toEqual(known.sort());
  const components = cases.flatMap(({ schedule, warmup }) =>
    warmup ? [schedule, warmup] : [schedule],
  );
  expect(optionsWithoutGolden([...scheduleDefinitions, ...warmupDefinitions], components)).toEqual(
    [],
  );
});
