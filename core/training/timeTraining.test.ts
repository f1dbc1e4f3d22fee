import { expect, test, vi } from 'vitest';
import type { Executor, LoopExecutable } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { timeTraining } from './timeTraining.ts';

/** What things take of an imagined device, in milliseconds. */
interface Device {
  readonly call: number;
  readonly step: number;
  readonly handingOver: number;
  /** Until when everything takes four times as long. */
  readonly coldUntil?: number;
}

/** The reference executor on a clock that the device alone moves. */
function imagine({ call, step, handingOver, coldUntil = 0 }: Device) {
  const reference = referenceExecutor();
  const dispose = vi.fn();
  let time = 0;
  const take = (milliseconds: number) => {
    time += time < coldUntil ? 4 * milliseconds : milliseconds;
  };
  const slowed = (loop: LoopExecutable): LoopExecutable => ({
    ...loop,
    run(steps, sequences) {
      take(call + steps * step);
      return loop.run(steps, sequences);
    },
    getState() {
      take(handingOver);
      return loop.getState();
    },
    async dispose() {
      dispose();
      await loop.dispose();
    },
  });
  const executor: Executor = {
    ...reference,
    compileLoop: async (steps) => slowed(await reference.compileLoop(steps)),
  };
  return { executor, dispose, now: () => time };
}

test('counts no chunk that has still to grow', async () => {
  // 112 iterations an epoch; a call, however long, costs as much as ten of them.
  const { executor, dispose, now } = imagine({ call: 10, step: 1, handingOver: 0 });
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 1 } });
  const speed = await timeTraining({ spec, dataset: clouds(3000), executor, now });
  // Of 60 ms, ten are the call's: 50, 50, and the 12 that are left of an epoch.
  const wholeEpochs = (1000 * 112) / (112 + 3 * 10);
  expect(speed / wholeEpochs).toBeGreaterThan(0.99);
  expect(speed / wholeEpochs).toBeLessThan(1.02);
  expect(dispose).toHaveBeenCalled();
});

/** 60 of 100 samples of clouds are trained on, in minibatches of 16. */
test.each([
  { samples: 400, step: 1, handingOver: 40 },
  { samples: 3000, step: 2, handingOver: 100 },
  { samples: 3000, step: 5, handingOver: 400 },
  { samples: 3000, step: 8, handingOver: 900 },
])('counts the end of an epoch: $samples samples, $handingOver ms', async (device) => {
  const { samples, step, handingOver } = device;
  const { executor, now } = imagine({ call: 0, step, handingOver });
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 5 } });
  const speed = await timeTraining({ spec, dataset: clouds(samples), executor, now });
  const iterations = Math.floor((samples * 0.6) / 16);
  expect(speed).toBeCloseTo((iterations * 1000) / (iterations * step + handingOver), 6);
});

test('a device that is far slower than another one is not measured to the end', async () => {
  const device = { call: 0, step: 100, handingOver: 0 };
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 5 } });
  const measure = async (best: number) => {
    const { executor, now } = imagine(device);
    const speed = await timeTraining({ spec, dataset: clouds(3000), executor, now, best });
    return { speed, milliseconds: now() };
  };
  const [alone, hopeless, close] = [await measure(0), await measure(31), await measure(29)];
  for (const { speed } of [alone, hopeless, close]) expect(speed).toBeCloseTo(10, 6);
  expect(hopeless.milliseconds).toBeLessThan(alone.milliseconds);
  expect(close).toEqual(alone);
});

test('waits until a device is warm', async () => {
  const { executor, now } = imagine({ call: 0, step: 1, handingOver: 5, coldUntil: 350 });
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 5 } });
  const speed = await timeTraining({ spec, dataset: clouds(400), executor, now });
  expect(speed).toBeCloseTo((15 * 1000) / (15 + 5), 6);
  expect(now()).toBeLessThan(2500);
});

test('waits for no end of a long epoch, and lets a slow device end after two chunks', async () => {
  const { executor, now } = imagine({ call: 0, step: 2600, handingOver: 0 });
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 5 } });
  const speed = await timeTraining({ spec, dataset: clouds(3000), executor, now });
  expect(speed).toBeCloseTo(1000 / 2600, 6);
  expect(now()).toBe(2 * 2600);
});

test('learns nothing that could stop or diverge', async () => {
  const { executor, now } = imagine({ call: 0, step: 1, handingOver: 0 });
  const spec = cloudsExperiment({
    optimizer: { type: 'SGD', options: { learningRate: 1e30 } },
    training: { batchSize: 16, epochs: 1, earlyStopping: { patience: 1 } },
  });
  await expect(timeTraining({ spec, dataset: clouds(200), executor, now })).resolves.toBeCloseTo(
    1000,
    6,
  );
});

test('hands on what an executor refuses', async () => {
  const compileLoop = () => Promise.reject(new Error('too large'));
  const executor: Executor = { ...referenceExecutor(), compileLoop };
  const spec = cloudsExperiment({});
  const timing = timeTraining({ spec, dataset: clouds(200), executor, now: () => 0 });
  await expect(timing).rejects.toThrow('too large');
});
