/**
 * Chunks from a worker of the page, assembled while the GPU computes: the page's own thread would
 * have to finish them before it hands the GPU the ones it has.
 */
import type { Dataset } from '../../core/data/Dataset.ts';
import type { ChunkArrays, ChunkPosition } from '../../core/training/ChunkFeeder.ts';
import {
  allocateChunk,
  type CreateChunkSource,
  inlineChunkSource,
} from '../../core/training/ChunkSource.ts';
import { buffersOf, type FeederOrder, type FeederPort } from './serveFeeder.ts';

export interface FeederWorker extends FeederPort<FeederOrder, ChunkArrays> {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}

/** A worker has a copy of the dataset; of a larger one there is to be no third. */
const LARGEST_COPY = 2 ** 28;

interface Waiting {
  readonly resolve: (arrays: ChunkArrays) => void;
  readonly reject: (reason: Error) => void;
}

export function workerChunkSource(createWorker: () => FeederWorker): CreateChunkSource {
  return (options) => {
    if (bytesOf(options.dataset) > LARGEST_COPY) return inlineChunkSource(options);
    const worker = createWorker();
    const waiting: Waiting[] = [];
    /** Whoever asks for the next but one chunk is done with the first of them. */
    const atHand = [allocateChunk(options), allocateChunk(options)];
    let failure: Error | null = null;
    const { lengths: _, ...plain } = options;
    worker.postMessage({ kind: 'start', options: plain }, []);
    worker.onmessage = ({ data }) => {
      atHand.push(data);
      waiting.shift()?.resolve(data);
    };
    worker.onerror = ({ message }) => {
      failure = new Error(`The worker that assembles minibatches failed: ${message}`);
      for (const { reject } of waiting.splice(0)) reject(failure);
    };

    function order(position: ChunkPosition): void {
      const arrays = atHand.shift();
      if (!arrays) throw new Error('Both sets of arrays are with the worker.');
      worker.postMessage({ kind: 'fill', position, arrays }, buffersOf(arrays));
    }

    return {
      request(position) {
        if (failure) return Promise.reject(failure);
        return new Promise((resolve, reject) => {
          waiting.push({ resolve, reject });
          order(position);
        });
      },
      dispose: async () => worker.terminate(),
    };
  };
}

function bytesOf(dataset: Dataset): number {
  const { targets, values } = dataset;
  const own =
    dataset.kind === 'image'
      ? dataset.images.byteLength
      : dataset.kind === 'text'
        ? dataset.texts.byteLength + dataset.offsets.byteLength
        : 0;
  return targets.byteLength + values.byteLength + own;
}
