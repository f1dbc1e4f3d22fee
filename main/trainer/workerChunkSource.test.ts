/** The worker is played by the other end of a channel, which really takes the arrays away. */
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ChunkArrays } from '../../core/training/ChunkFeeder.ts';
import { type ChunkSourceOptions, inlineChunkSource } from '../../core/training/ChunkSource.ts';
import { prepareExperiment } from '../../core/training/prepareExperiment.ts';
import { clouds, cloudsExperiment } from '../../core/training/testing/clouds.ts';
import { type FeederOrder, type FeederPort, serveFeeder } from './serveFeeder.ts';
import { type FeederWorker, workerChunkSource } from './workerChunkSource.ts';

const dataset = clouds(200);
const spec = cloudsExperiment();
const { preprocessor, splits } = prepareExperiment(spec, dataset);
const steps = 3;
const batchSize = 8;
const options: ChunkSourceOptions = {
  ...{
    dataset,
    preprocessor,
    augmentation: [],
    train: splits.train,
    noise: [],
    batchSize,
    seed: 1,
  },
  lengths: { input: steps * batchSize * 2, target: steps * batchSize },
};
const positionOf = (index: number) => ({
  ...{ epoch: 1, steps, samplesBefore: index * steps * batchSize, stepsBefore: index * steps },
});

function playedWorker() {
  const { port1, port2 } = new MessageChannel();
  serveFeeder(port2 as unknown as FeederPort<ChunkArrays, FeederOrder>);
  const worker = port1 as unknown as FeederWorker;
  worker.terminate = () => port1.close();
  return worker;
}

const copied = (arrays: ChunkArrays) =>
  Object.fromEntries(Object.entries(arrays).map(([name, data]) => [name, data.slice()]));

test('gives what the page itself would assemble, one chunk ahead', async () => {
  const source = workerChunkSource(playedWorker)(options);
  const inline = inlineChunkSource(options);
  let next = source.request(positionOf(0));
  for (const index of [0, 1, 2, 3]) {
    const chunk = await next;
    next = source.request(positionOf(index + 1));
    // Still whole while the next one is assembled.
    expect(copied(chunk)).toEqual(copied(await inline.request(positionOf(index))));
  }
  await next;
  await source.dispose();
});

test('a worker that fails fails what was asked of it, and what will be', async () => {
  const worker = playedWorker();
  const source = workerChunkSource(() => worker)(options);
  const asked = source.request(positionOf(0));
  worker.onerror?.({ message: 'no such file' });
  await expect(asked).rejects.toThrow('The worker that assembles minibatches failed: no such file');
  await expect(source.request(positionOf(1))).rejects.toThrow('no such file');
  await source.dispose();
});
