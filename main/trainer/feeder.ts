/**
 * A thread that assembles chunks of minibatches while the trainer's own thread computes.
 *
 * ONNX Runtime blocks the thread that calls it, so nothing else could prepare the next chunk there.
 * Memory is shared: a message says which chunk belongs into which set of arrays, and its echo that
 * it stands there.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createChunkFeeder } from '../../core/training/ChunkFeeder.ts';
import type { FeederData, FeederRequest } from './threadChunkSource.ts';

const { options, sets }: FeederData = workerData;
const feeder = createChunkFeeder(options);

parentPort?.on('message', ({ position, set }: FeederRequest) => {
  feeder.fill(position, sets[set]);
  parentPort?.postMessage(null);
});
