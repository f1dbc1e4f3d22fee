import { expect, test } from 'vitest';
import type { Executor } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { SELF_TEST_BAR, SELF_TEST_STEPS, selfTest } from './selfTest.ts';

/** A second at each look. */
function clock() {
  let seconds = 0;
  return () => 1000 * seconds++;
}

/** An executor that changes one value of its reports. */
function broken(change: (loss: Float32Array) => void): Executor {
  const executor = referenceExecutor();
  return {
    ...executor,
    compileLoop: async (step) => {
      const loop = await executor.compileLoop(step);
      return {
        ...loop,
        run: async (steps, sequences) => {
          const reports = await loop.run(steps, sequences);
          change(reports.loss as Float32Array);
          return reports;
        },
      };
    },
  };
}

test('float64 equals itself, float32 stays far below the bar', async () => {
  const exact = await selfTest(referenceExecutor({ precision: 'float64' }), clock());
  expect(exact).toEqual({ largestDifference: 0, stepsPerSecond: SELF_TEST_STEPS });
  const { largestDifference } = await selfTest(referenceExecutor(), clock());
  expect(largestDifference).toBeGreaterThan(0);
  expect(largestDifference).toBeLessThan(SELF_TEST_BAR / 10);
});

test('one wrong value is seen', async () => {
  const { largestDifference } = await selfTest(
    broken((loss) => {
      loss[9] = loss[9]! + 0.01;
    }),
    clock(),
  );
  expect(largestDifference).toBeGreaterThan(SELF_TEST_BAR);
});

test('a value that is no number is infinitely far off', async () => {
  const { largestDifference } = await selfTest(
    broken((loss) => {
      loss[3] = Number.NaN;
    }),
    clock(),
  );
  expect(largestDifference).toBe(Number.POSITIVE_INFINITY);
});
