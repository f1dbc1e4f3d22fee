/** What training holds grows with the model and a chunk of data, not with the epochs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';

/** A validation loss an epoch is kept, for the schedule: 8 bytes. Whatever else leaks is larger. */
const BYTES_AN_EPOCH = 100;
const [FIRST, LAST] = [500, 3000];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('thousands of epochs leave nothing behind', async () => {
  const spec = cloudsExperiment({ training: { batchSize: 60, epochs: LAST } });
  const source = { spec, dataset: clouds(200), executor: referenceExecutor(), now: () => 0 };
  const held = new Map<number, number>();
  for await (const event of train(source)) {
    if (event.type !== 'epoch') continue;
    const { epoch } = event.metrics;
    if (epoch !== FIRST && epoch !== LAST) continue;
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held.set(epoch, heapUsed + arrayBuffers);
  }
  const growth = (held.get(LAST) ?? Number.NaN) - (held.get(FIRST) ?? Number.NaN);
  expect(growth).toBeLessThan(BYTES_AN_EPOCH * (LAST - FIRST));
});
