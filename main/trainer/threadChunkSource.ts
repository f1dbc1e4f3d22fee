/**
 * Chunks from a thread of their own, over shared memory.
 *
 * Requests are answered in order, so that their promises stand in a queue. A thread that dies fails
 * every request, those to come included: training ends with its reason instead of waiting for ever.
 */
import { Worker } from 'node:worker_threads';
import type { Dataset } from '../../core/data/Dataset.ts';
import type {
  ChunkArrays,
  ChunkFeederOptions,
  ChunkPosition,
} from '../../core/training/ChunkFeeder.ts';
import { allocateChunk, type CreateChunkSource } from '../../core/training/ChunkSource.ts';

/** What the thread starts with; typed arrays over SharedArrayBuffer, so nothing large is copied. */
export interface FeederData {
  readonly options: ChunkFeederOptions;
  readonly sets: readonly [ChunkArrays, ChunkArrays];
}

export interface FeederRequest {
  readonly position: ChunkPosition;
  readonly set: 0 | 1;
}

interface Waiting {
  readonly resolve: (arrays: ChunkArrays) => void;
  readonly reject: (reason: Error) => void;
  readonly set: 0 | 1;
}

/** The dataset's arrays should lie in shared memory already: see shareDataset. */
export function threadChunkSource(entry: string): CreateChunkSource {
  return (options) => {
    const shared = (bytes: number) => new SharedArrayBuffer(bytes);
    const sets: FeederData['sets'] = [
      allocateChunk(options, shared),
      allocateChunk(options, shared),
    ];
    const data: FeederData = { options: feederOptions(options), sets };
    const worker = new Worker(entry, { workerData: data });
    const waiting: Waiting[] = [];
    let failure: Error | null = null;
    let set: 0 | 1 = 1;

    function fail(reason: Error): void {
      failure ??= reason;
      for (const { reject } of waiting.splice(0)) reject(failure);
    }
    worker.on('message', () => {
      const next = waiting.shift();
      next?.resolve(sets[next.set]);
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('The thread that assembles minibatches ended.')));

    return {
      request(position) {
        if (failure) return Promise.reject(failure);
        set = set === 0 ? 1 : 0;
        const request: FeederRequest = { position, set };
        worker.postMessage(request);
        return new Promise((resolve, reject) => {
          waiting.push({ resolve, reject, set: request.set });
        });
      },
      dispose: async () => void (await worker.terminate()),
    };
  };
}

/** Only what a feeder reads: what crosses to the thread is copied, except shared memory. */
function feederOptions(options: ChunkFeederOptions): ChunkFeederOptions {
  const { dataset, preprocessor, augmentation, train, noise, batchSize, seed } = options;
  return { dataset, preprocessor, augmentation, train, noise, batchSize, seed };
}

/** The dataset with its arrays in memory that threads share. */
export function shareDataset(dataset: Dataset): Dataset {
  const [targets, values] = [share(dataset.targets), share(dataset.values)];
  switch (dataset.kind) {
    case 'image':
      return { ...dataset, targets, values, images: share(dataset.images) };
    case 'table':
      return { ...dataset, targets, values };
    case 'text': {
      const [texts, offsets] = [share(dataset.texts), share(dataset.offsets)];
      return { ...dataset, targets, values, texts, offsets };
    }
    default:
      return dataset satisfies never;
  }
}

function share<T extends Uint8Array | Float32Array | Int32Array | Uint32Array>(values: T): T {
  const Values = values.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Values(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
