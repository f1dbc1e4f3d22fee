import { expect, test, vi } from 'vitest';
import type { Executor } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { timeTraining } from './timeTraining.ts';

const dataset = clouds(200);
const spec = cloudsExperiment({});
const prepared = prepareExperiment(spec, dataset);

/** Every call takes a tenth of a second. */
function slowClock() {
  let time = 0;
  return () => {
    time += 100;
    return time;
  };
}

test('counts the iterations of a second behind the first chunk, and leaves nothing open', async () => {
  const reference = referenceExecutor();
  const dispose = vi.fn();
  let calls: number[] = [];
  const executor: Executor = {
    ...reference,
    async compileLoop(step) {
      const loop = await reference.compileLoop(step);
      return {
        ...loop,
        run(steps, sequences) {
          calls = [...calls, steps];
          return loop.run(steps, sequences);
        },
        async dispose() {
          dispose();
          await loop.dispose();
        },
      };
    },
  };
  const speed = await timeTraining({ spec, dataset, prepared, executor, now: slowClock() });
  const [, ...measured] = calls;
  const iterations = measured.reduce((total, steps) => total + steps, 0);
  expect(speed).toBeCloseTo(iterations / (0.1 * measured.length), 6);
  expect(dispose).toHaveBeenCalled();
});

test('hands on what an executor refuses', async () => {
  const compileLoop = () => Promise.reject(new Error('too large'));
  const executor: Executor = { ...referenceExecutor(), compileLoop };
  const timing = timeTraining({ spec, dataset, prepared, executor, now: slowClock() });
  await expect(timing).rejects.toThrow('too large');
});
